import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';

import { creditOf, type BaseMap, type MapSettings } from './base';
import { FONT, overlayLayers, overlaySources, paletteOf, type Palette } from './layers';
import type { MapState } from './state';

/** Zoom from which the names of a rank are tried. */
const RANK_ZOOMS: readonly [rank: number, zoom: number][] = [
  [1, 6],
  [2, 8.4],
  [3, 9.6],
  [4, 10.6],
];

/** The schematic map: what is known for sure, and no relief that is not. `words` say in the reader's language what it is. */
export function schematicStyle(base: BaseMap, state: MapState, night: boolean, words: string): StyleSpecification {
  const palette = paletteOf(night);
  const attribution = creditOf(base, words);
  return {
    version: 8,
    sources: {
      ...(base.outline && {
        outline: { type: 'geojson' as const, data: base.outline, attribution },
      }),
      communes: { type: 'geojson', data: base.communes, attribution },
      places: { type: 'geojson', data: base.places },
      rivers: { type: 'geojson', data: base.rivers },
      lakes: { type: 'geojson', data: base.lakes },
      ...overlaySources(state),
    },
    layers: [...groundLayers(palette, base.outline !== undefined), ...nameLayers(palette), ...overlayLayers(palette, state)],
  };
}

function groundLayers(palette: Palette, outlined: boolean): LayerSpecification[] {
  const land = outlined ? 'outline' : 'communes';
  return [
    { id: 'outside', type: 'background', paint: { 'background-color': palette.outside } },
    { id: 'land', type: 'fill', source: land, paint: { 'fill-color': palette.land } },
    {
      id: 'borders',
      type: 'line',
      source: 'communes',
      paint: {
        'line-color': palette.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.4, 12, 1.4],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 7, 0.4, 9, 1],
      },
    },
    { id: 'edge', type: 'line', source: land, paint: { 'line-color': palette.edge, 'line-width': outlined ? 1.4 : 0.6 } },
    {
      id: 'rivers',
      type: 'line',
      source: 'rivers',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.water, 'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1.6, 13, 6] },
    },
    { id: 'lakes', type: 'fill', source: 'lakes', paint: { 'fill-color': palette.water } },
  ];
}

function nameLayers(palette: Palette): LayerSpecification[] {
  const places = RANK_ZOOMS.map(
    ([rank, minzoom]): LayerSpecification => ({
      id: `places-${rank}`,
      type: 'symbol',
      source: 'places',
      filter: ['==', ['get', 'rank'], rank],
      minzoom,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': rank === 1 ? 14 : rank === 2 ? 13 : 12,
        'text-max-width': 8,
        'text-padding': 6,
      },
      paint: {
        'text-color': rank === 1 ? palette.text : palette.textSoft,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.6,
      },
    }),
  );
  const water = (id: string, source: string, along: boolean, minzoom: number): LayerSpecification => ({
    id,
    type: 'symbol',
    source,
    minzoom,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': 12,
      'text-letter-spacing': 0.06,
      'text-max-width': 7,
      ...(along && { 'symbol-placement': 'line' as const, 'symbol-spacing': 380 }),
    },
    paint: { 'text-color': palette.waterText, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
  });
  // The first layer has the first choice of room: the towns, then the water, then the villages.
  const [first, second, ...rest] = places as [LayerSpecification, LayerSpecification, ...LayerSpecification[]];
  return [...rest.reverse(), second, water('river-names', 'rivers', true, 8.5), water('lake-names', 'lakes', false, 9), first];
}

/** A PMTiles file in the Protomaps schema, drawn in our palette; `pmtiles://` is registered by map.ts. */
export function tiledStyle(settings: MapSettings & { tiles: string }, state: MapState, night: boolean): StyleSpecification {
  const palette = paletteOf(night);
  const tiles = 'tiles';
  return {
    version: 8,
    sources: {
      tiles: {
        type: 'vector',
        url: `pmtiles://${new URL(settings.tiles, window.location.href).href}`,
        ...(settings.attribution && { attribution: settings.attribution }),
      },
      ...overlaySources(state),
    },
    layers: [
      { id: 'outside', type: 'background', paint: { 'background-color': palette.land } },
      { id: 'water', type: 'fill', source: tiles, 'source-layer': 'water', paint: { 'fill-color': palette.water } },
      {
        id: 'rivers',
        type: 'line',
        source: tiles,
        'source-layer': 'water',
        filter: ['==', ['geometry-type'], 'LineString'],
        paint: { 'line-color': palette.water, 'line-width': 1.5 },
      },
      {
        id: 'roads',
        type: 'line',
        source: tiles,
        'source-layer': 'roads',
        paint: {
          'line-color': ['match', ['get', 'kind'], ['highway', 'major_road'], palette.edge, palette.border],
          'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 15, 3],
        },
      },
      {
        id: 'boundaries',
        type: 'line',
        source: tiles,
        'source-layer': 'boundaries',
        paint: { 'line-color': palette.edge, 'line-width': 1, 'line-dasharray': [3, 2] },
      },
      {
        id: 'places',
        type: 'symbol',
        source: tiles,
        'source-layer': 'places',
        layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 13, 'text-max-width': 8 },
        paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
      },
      ...overlayLayers(palette, state),
    ],
  };
}
