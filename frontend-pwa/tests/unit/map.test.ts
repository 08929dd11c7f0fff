import { readFileSync } from 'node:fs';

import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';

import { mapSettings, type BaseMap } from '../../src/map/base';
import { overlayData } from '../../src/map/layers';
import { meets, projection, sketchPath } from '../../src/map/sketch';
import { emptyState, keyOf, type MapState } from '../../src/map/state';
import { schematicStyle, tiledStyle } from '../../src/map/style';

const base = JSON.parse(readFileSync('public/map/base.json', 'utf8')) as BaseMap;
const state: MapState = {
  ...emptyState,
  points: [
    { id: '1', kind: 'place', name: 'Musée', latitude: 44, longitude: 6, href: '/place/1' },
    { id: '1', kind: 'step', name: 'Halte', latitude: 44.1, longitude: 6.1, href: '' },
  ],
  line: [
    [6, 44, 500],
    [6.1, 44.1, 600],
  ],
  position: { latitude: 44, longitude: 6, accuracy: 12 },
  selected: 'step/1',
};

describe('styles', () => {
  it.each([false, true])('are valid (night: %s)', (night) => {
    expect(validateStyleMin(schematicStyle(base, state, night, 'schematic map'))).toEqual([]);
    expect(validateStyleMin(tiledStyle({ tiles: '/tiles/04.pmtiles' }, state, night))).toEqual([]);
  });

  it('draw the map of a pack, which has no outline', () => {
    const { outline: _outline, ...area } = base;
    const style = schematicStyle(area, state, false, 'mappa schematica');
    expect(validateStyleMin(style)).toEqual([]);
    expect(style.layers.find(({ id }) => id === 'land')).toMatchObject({ source: 'communes' });
  });
});

describe('overlayData', () => {
  it('keeps steps out of the clusters, and knows a step from a place of the same id', () => {
    expect(overlayData('points', state).features.map(({ properties }) => [properties?.key, properties?.chosen])).toEqual([
      ['place/1', false],
    ]);
    expect(overlayData('steps', state).features.map(({ properties }) => [properties?.key, properties?.chosen])).toEqual([
      ['step/1', true],
    ]);
    expect(keyOf(state.points[0]!)).toBe('place/1');
  });

  it('draws nothing for a line of one point, nor without position', () => {
    expect(overlayData('line', { ...state, line: [[6, 44]] }).features).toEqual([]);
    expect(overlayData('position', { ...state, position: null }).features).toEqual([]);
    expect(overlayData('line', state).features[0]?.geometry).toEqual({ type: 'LineString', coordinates: [[6, 44], [6.1, 44.1]] });
  });
});

describe('the sketch', () => {
  const project = projection([6, 44, 7, 45], 400, 300, 10);
  const feature = (geometry: Feature['geometry']): Feature => ({ type: 'Feature', properties: {}, geometry });

  it('fits what must be in view, in the middle, north up', () => {
    expect(project(6.5, 44.5)[0]).toBeCloseTo(200, 6);
    const [, south] = project(6.5, 44);
    const [, north] = project(6.5, 45);
    expect([north, south].map(Math.round)).toEqual([10, 290]);
  });

  it('draws lines, areas and their several parts', () => {
    const square = [[[6, 44], [7, 44], [7, 45], [6, 44]]];
    const draw = (geometry: object): string => sketchPath([feature(geometry as Feature['geometry'])] as never, project);
    expect(draw({ type: 'LineString', coordinates: [[6.5, 44], [6.5, 45]] })).toBe('M200.0 290.0L200.0 10.0');
    expect(draw({ type: 'MultiLineString', coordinates: [[[6.5, 44], [6.5, 45]], [[6.5, 45], [6.5, 44]]] })).toBe(
      'M200.0 290.0L200.0 10.0M200.0 10.0L200.0 290.0',
    );
    expect(draw({ type: 'Polygon', coordinates: square }).endsWith('Z')).toBe(true);
    expect(draw({ type: 'MultiPolygon', coordinates: [square, square] }).match(/Z/g)?.length).toBe(2);
    expect(draw({ type: 'Point', coordinates: [6, 44] })).toBe('');
  });

  it('draws the whole département', () => {
    expect(sketchPath(base.communes.features, project).match(/M/g)!.length).toBeGreaterThanOrEqual(198);
    expect(meets([6, 44, 7, 45], [6.9, 44.9, 8, 46])).toBe(true);
    expect(meets([6, 44, 7, 45], [7.1, 44, 8, 45])).toBe(false);
  });
});

describe('mapSettings', () => {
  it.each([
    [undefined, {}],
    ['{"tiles":"/tiles/04.pmtiles"}', { tiles: '/tiles/04.pmtiles' }],
    ['not JSON', {}],
    ['3', {}],
  ])('reads %s', (content, settings) => {
    const page = document.implementation.createHTMLDocument();
    if (content !== undefined) {
      const meta = page.createElement('meta');
      meta.name = 'traverse-map';
      meta.content = content;
      page.head.append(meta);
    }
    expect(mapSettings(page)).toEqual(settings);
  });
});
