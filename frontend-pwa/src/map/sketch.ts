import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon, Position as Ordinates } from 'geojson';

/** The same map without WebGL, or before it has come: an SVG drawn from the same data. */

export type Project = (longitude: number, latitude: number) => [number, number];

export type Bounds = readonly [west: number, south: number, east: number, north: number];

const mercator = (latitude: number): number => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));

/** Web Mercator so that `bounds` fit into a frame of `width` × `height` with a margin, in the middle. */
export function projection(bounds: Bounds, width: number, height: number, margin = 16): Project {
  const [west, south, east, north] = bounds;
  const spanX = Math.max(1e-4, ((east - west) * Math.PI) / 180);
  const spanY = Math.max(1e-4, mercator(north) - mercator(south));
  const scale = Math.min((width - 2 * margin) / spanX, (height - 2 * margin) / spanY);
  const middleX = ((west + east) / 2) * (Math.PI / 180);
  const middleY = (mercator(south) + mercator(north)) / 2;
  return (longitude, latitude) => [
    width / 2 + (longitude * (Math.PI / 180) - middleX) * scale,
    height / 2 - (mercator(latitude) - middleY) * scale,
  ];
}

const ring = (points: readonly Ordinates[], project: Project): string =>
  'M' +
  points
    .map(([longitude, latitude]) =>
      project(longitude as number, latitude as number)
        .map((value) => value.toFixed(1))
        .join(' '),
    )
    .join('L');

type Drawable = LineString | MultiLineString | Polygon | MultiPolygon;

/** SVG path data of lines and areas. */
export function sketchPath(features: readonly Feature<Drawable>[], project: Project): string {
  return features.map(({ geometry }) => pathOf(geometry, project)).join('');
}

function pathOf(geometry: Drawable, project: Project): string {
  const areas = (rings: Ordinates[][]): string => rings.map((points) => `${ring(points, project)}Z`).join('');
  switch (geometry.type) {
    case 'LineString':
      return ring(geometry.coordinates, project);
    case 'MultiLineString':
      return geometry.coordinates.map((points) => ring(points, project)).join('');
    case 'Polygon':
      return areas(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.map(areas).join('');
    default:
      return ''; // A point, where a river only touches the edge of the area.
  }
}

/** Whether two boxes [west, south, east, north] meet. */
export const meets = (a: Bounds, b: Bounds): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
