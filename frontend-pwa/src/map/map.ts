import type { StyleSpecification } from 'maplibre-gl';
import {
  addProtocol,
  AttributionControl,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
  type GeoJSONSource,
  type LngLatBoundsLike,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';

import { loadBaseMap, mapSettings } from './base';
import { OVERLAYS, overlayData, overlayLayers, overlaySources, paletteOf } from './layers';
import type { MapState } from './state';
import { schematicStyle, tiledStyle } from './style';

setWorkerUrl(workerUrl);

export interface MapOptions {
  state: MapState;
  bounds: [number, number, number, number];
  night: boolean;
  /** Texts of the controls in the visitor's language, by MapLibre's keys. */
  locale: Record<string, string>;
  /** What the schematic map is, in the visitor's language. */
  schematic: string;
  /** A map that does not fill the screen lets one finger scroll the page. */
  cooperative: boolean;
  onSelect(key: string | null): void;
  onReady(): void;
}

export interface MapView {
  update(state: MapState): void;
  fit(bounds: [number, number, number, number]): void;
  setNight(night: boolean): void;
  remove(): void;
}

const FIT = { padding: 36, maxZoom: 14, animate: false } as const;

/** @throws when neither the settings' style nor the schematic map can be had, or WebGL fails. */
export async function createMap(container: HTMLElement, options: MapOptions): Promise<MapView> {
  let { state, night } = options;
  const map = new MapLibre({
    container,
    style: await styleFor(state, night, options.schematic),
    bounds: options.bounds as LngLatBoundsLike,
    fitBoundsOptions: FIT,
    locale: options.locale,
    cooperativeGestures: options.cooperative,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    minZoom: 5,
    maxZoom: 18,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 90 }), 'top-left');
  listen(map, options);
  let drawn = state;
  const draw = (): void => {
    for (const overlay of OVERLAYS) {
      if (!changed(overlay, drawn, state)) continue;
      map.getSource<GeoJSONSource>(overlay)?.setData(overlayData(overlay, state));
    }
    drawn = state;
  };
  let loaded = false;
  map.on('load', () => {
    loaded = true;
    draw();
  });
  return {
    update(next) {
      state = next;
      if (loaded) draw();
    },
    fit(bounds) {
      map.fitBounds(bounds as LngLatBoundsLike, FIT);
    },
    setNight(next) {
      if (next === night) return;
      night = next;
      void styleFor(state, night, options.schematic).then((style) => map.setStyle(style, { diff: true }));
    },
    remove() {
      map.remove();
    },
  };
}

function changed(overlay: (typeof OVERLAYS)[number], before: MapState, after: MapState): boolean {
  if (overlay === 'points' || overlay === 'steps') return before.points !== after.points || before.selected !== after.selected;
  return before[overlay] !== after[overlay];
}

function listen(map: MapLibre, options: MapOptions): void {
  map.once('idle', () => options.onReady());
  map.on('click', (event) => {
    const [feature] = map.queryRenderedFeatures(boxAround(event.point), { layers: layersOf(map, CLICKABLE) });
    if (feature?.layer.id === 'clusters') void openCluster(map, feature);
    else options.onSelect((feature?.properties['key'] as string | undefined) ?? null);
  });
  map.on('mousemove', (event) => {
    const over = map.queryRenderedFeatures(event.point, { layers: layersOf(map, CLICKABLE) }).length > 0;
    map.getCanvas().style.cursor = over ? 'pointer' : '';
  });
}

const CLICKABLE = ['steps', 'points', 'clusters'];

const layersOf = (map: MapLibre, ids: string[]): string[] => ids.filter((id) => map.getLayer(id) !== undefined);

/** Fingers are wider than points. */
function boxAround({ x, y }: { x: number; y: number }): [[number, number], [number, number]] {
  const reach = 14;
  return [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
}

async function openCluster(map: MapLibre, feature: { properties: Record<string, unknown>; geometry: GeoJSON.Geometry }): Promise<void> {
  if (feature.geometry.type !== 'Point') return;
  const zoom = await map.getSource<GeoJSONSource>('points')?.getClusterExpansionZoom(feature.properties['cluster_id'] as number);
  map.easeTo({ center: feature.geometry.coordinates as [number, number], zoom: zoom ?? map.getZoom() + 2 });
}

async function styleFor(state: MapState, night: boolean, schematic: string): Promise<StyleSpecification> {
  const settings = mapSettings();
  if (settings.style) {
    const style = await fetchStyle(settings.style).catch(() => undefined);
    if (style) return withOverlays(style, state, night);
  } else if (settings.tiles) {
    await registerTiles();
    return tiledStyle({ ...settings, tiles: settings.tiles }, state, night);
  }
  return schematicStyle(await loadBaseMap(), state, night, schematic);
}

async function fetchStyle(address: string): Promise<StyleSpecification> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as StyleSpecification;
}

function withOverlays(style: StyleSpecification, state: MapState, night: boolean): StyleSpecification {
  return {
    ...style,
    sources: { ...style.sources, ...overlaySources(state) },
    layers: [...style.layers, ...overlayLayers(paletteOf(night), state)],
  };
}

let registered = false;

/** PMTiles are read by ranges, from the server or, through the service worker, out of a pack. */
async function registerTiles(): Promise<void> {
  if (registered) return;
  registered = true;
  const { Protocol } = await import('pmtiles');
  addProtocol('pmtiles', new Protocol().tile);
}
