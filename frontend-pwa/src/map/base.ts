import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';

/** The schematic map: `public/map/base.json`, or `map/area.json` of a pack: the same shape, cut, without outline. */
export interface BaseMap {
  attribution: string;
  /** [west, south, east, north] */
  bbox: [number, number, number, number];
  outline?: Feature<Polygon | MultiPolygon>;
  communes: FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }>;
  places: FeatureCollection<Point, { code: string; name: string; rank: number }>;
  rivers: FeatureCollection<LineString | MultiLineString, { name: string }>;
  lakes: FeatureCollection<Polygon | MultiPolygon, { name: string }>;
}

/** What stands under the map: whose data it is, and in the reader's language that it is no real map (`words`). */
export const creditOf = (base: BaseMap, words: string): string => `${base.attribution} — ${words}`;

/** Served by the service worker when there is no network: out of its cache, else out of a kept pack. */
const BASE_PATH = '/map/base.json';

let loaded: Promise<BaseMap> | undefined;

export function loadBaseMap(): Promise<BaseMap> {
  loaded ??= fetch(BASE_PATH)
    .then((response) => {
      if (!response.ok) throw new Error(`${BASE_PATH}: ${response.status}`);
      return response.json() as Promise<BaseMap>;
    })
    .catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
}

/** What an installation may say in `<meta name="traverse-map" content="{…}">` to have a real base map. */
export interface MapSettings {
  /** Address of a MapLibre style. */
  style?: string;
  /** Address of a PMTiles file in the Protomaps basemap schema, drawn in our palette. */
  tiles?: string;
  attribution?: string;
}

export function mapSettings(page: Document = document): MapSettings {
  const written = page.querySelector<HTMLMetaElement>('meta[name="traverse-map"]')?.content;
  if (!written) return {};
  try {
    const value = JSON.parse(written) as unknown;
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    console.warn('meta traverse-map is not JSON; the schematic map is drawn');
    return {};
  }
}
