import type { FeatureCollection } from 'geojson';
import type { FilterSpecification, GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';

import palettes from './palette.json';
import { keyOf, type MapState, type PointKind } from './state';

export type Palette = (typeof palettes)['light'];
export const paletteOf = (night: boolean): Palette => (night ? palettes.night : palettes.light);

/** Ids of the sources that follow the state. */
export const OVERLAYS = ['line', 'points', 'steps', 'position', 'cursor'] as const;
export type Overlay = (typeof OVERLAYS)[number];

const collection = (features: FeatureCollection['features']): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

const pointFeature = (
  { latitude, longitude }: { latitude: number; longitude: number },
  properties: Record<string, unknown> = {},
): FeatureCollection['features'][number] => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [longitude, latitude] },
});

function markers({ points, selected }: MapState, drawn: (kind: PointKind) => boolean): FeatureCollection['features'] {
  return points
    .filter(({ kind }) => drawn(kind))
    .map((point) =>
      pointFeature(point, { key: keyOf(point), kind: point.kind, name: point.name, chosen: keyOf(point) === selected }),
    );
}

/** GeoJSON of one overlay for this state. */
export function overlayData(overlay: Overlay, state: MapState): FeatureCollection {
  switch (overlay) {
    case 'line':
      if (state.line.length < 2) return collection([]);
      return collection([
        {
          type: 'Feature',
          properties: {},
          geometry: { type: 'LineString', coordinates: state.line.map(([longitude, latitude]) => [longitude, latitude]) },
        },
      ]);
    case 'points':
      return collection(markers(state, (kind) => kind !== 'step'));
    case 'steps':
      return collection(markers(state, (kind) => kind === 'step'));
    case 'position':
      return collection(state.position ? [pointFeature(state.position, { accuracy: state.position.accuracy })] : []);
    case 'cursor':
      return collection(state.cursor ? [pointFeature(state.cursor)] : []);
  }
}

export function overlaySources(state: MapState): Record<Overlay, GeoJSONSourceSpecification> {
  const source = (overlay: Overlay): GeoJSONSourceSpecification => ({
    type: 'geojson',
    data: overlayData(overlay, state),
  });
  return {
    line: source('line'),
    points: { ...source('points'), cluster: true, clusterRadius: 44, clusterMaxZoom: 13 },
    // A walk has a handful of them, and each one counts.
    steps: source('steps'),
    position: source('position'),
    cursor: source('cursor'),
  };
}

export const FONT = ['Bricolage Grotesque Variable', 'sans-serif'];

function markerLayers(source: 'points' | 'steps', palette: Palette): LayerSpecification[] {
  const filter: FilterSpecification = ['!', ['has', 'point_count']];
  return [
    {
      id: source,
      type: 'circle',
      source,
      filter,
      paint: {
        'circle-color': [
          'match',
          ['get', 'kind'],
          'event',
          palette.event,
          'trail',
          palette.trail,
          'step',
          palette.step,
          palette.place,
        ],
        'circle-radius': ['case', ['get', 'chosen'], 11, 8],
        'circle-stroke-color': ['case', ['get', 'chosen'], palette.text, palette.halo],
        'circle-stroke-width': ['case', ['get', 'chosen'], 3, 2],
      },
    },
    {
      id: `${source}-names`,
      type: 'symbol',
      source,
      filter,
      minzoom: 10,
      layout: {
        'text-field': ['get', 'name'],
        'text-size': 13,
        'text-font': FONT,
        'text-anchor': 'top',
        'text-offset': [0, 0.9],
        'text-max-width': 9,
        'text-optional': true,
      },
      paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
    },
  ];
}

/** Pixels of one metre at zoom 0 and latitude 44, for the circle of the position's accuracy. */
const PIXELS_PER_METRE = 512 / (40_075_016.7 * Math.cos((44 * Math.PI) / 180));

export function overlayLayers(palette: Palette, state: MapState): LayerSpecification[] {
  return [
    {
      id: 'line-casing',
      type: 'line',
      source: 'line',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.casing, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 4, 15, 9] },
    },
    {
      id: 'line',
      type: 'line',
      source: 'line',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette[state.paint], 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 2.5, 15, 6] },
    },
    {
      id: 'clusters',
      type: 'circle',
      source: 'points',
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': palette.text,
        'circle-radius': ['step', ['get', 'point_count'], 15, 10, 18, 50, 22],
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'cluster-counts',
      type: 'symbol',
      source: 'points',
      filter: ['has', 'point_count'],
      layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-size': 13, 'text-font': FONT, 'text-allow-overlap': true },
      paint: { 'text-color': palette.land },
    },
    ...markerLayers('points', palette),
    ...markerLayers('steps', palette),
    {
      id: 'position-accuracy',
      type: 'circle',
      source: 'position',
      paint: {
        'circle-color': palette.position,
        'circle-opacity': 0.14,
        'circle-radius': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          0,
          ['*', ['get', 'accuracy'], PIXELS_PER_METRE],
          20,
          ['*', ['get', 'accuracy'], PIXELS_PER_METRE * 2 ** 20],
        ],
      },
    },
    {
      id: 'position',
      type: 'circle',
      source: 'position',
      paint: {
        'circle-color': palette.position,
        'circle-radius': 8,
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'cursor',
      type: 'circle',
      source: 'cursor',
      paint: {
        'circle-color': palette.land,
        'circle-radius': 6,
        'circle-stroke-color': palette.text,
        'circle-stroke-width': 3,
      },
    },
  ];
}
