import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { eventCategories, placeKinds, trailPractices } from '../../../src/state/filters';
import { drawingOfEvent, drawingOfPlace, iconOfPractice, paintOfTrail, seedOf, sheetOf } from '../../../src/words/drawings';

const sprite = readFileSync('src/assets/icons.svg', 'utf8');

it('every kind of thing has an icon in the sprite', () => {
  const icons = [
    ...eventCategories.map((category) => drawingOfEvent([category]).icon),
    ...placeKinds.map((kind) => drawingOfPlace(kind).icon),
    ...trailPractices.map(iconOfPractice),
  ];
  expect(icons.filter((icon) => !sprite.includes(`id="${icon}"`))).toEqual([]);
});

it('an event without category is drawn too', () => {
  expect(drawingOfEvent([])).toEqual(drawingOfEvent(['OTHER']));
});

it.each([
  ['WALK', 'Le sentier des ammonites', 'walk'],
  ['WALK', 'GR 69 : la Routo', 'gr'],
  ['WALK', 'GR®6, étape 3', 'gr'],
  ['WALK', 'Tour du Ventoux, GRP', 'gr'],
  ['WALK', 'Les grès d’Annot', 'walk'],
  ['MTB', 'Grande traversée GR 4', 'bike'],
] as const)('paint of %s "%s" is %s', (practice, name, paint) => {
  expect(paintOfTrail({ practice, name })).toBe(paint);
});

it('a sheet is true to scale: a square on the ground is a square on the paper', () => {
  const side = 0.01;
  const latitude = 44;
  const across = side / Math.cos((latitude * Math.PI) / 180);
  const sheet = sheetOf(
    [
      [6, latitude - side / 2],
      [6 + across, latitude - side / 2],
      [6 + across, latitude + side / 2],
      [6, latitude + side / 2],
    ],
    200,
    100,
    10,
  )!;
  const corners = sheet.path.slice(1).split('L').map((point) => point.split(' ').map(Number)) as [number, number][];
  const width = corners[1]![0] - corners[0]![0];
  const height = corners[1]![1] - corners[2]![1];
  expect(Math.abs(width - height)).toBeLessThan(0.2);
  expect(height).toBeCloseTo(80, 0);
});

it('the lines of the grid are one step apart', () => {
  const sheet = sheetOf([[6, 44], [6, 44.08]], 100, 220, 10)!; // Nine kilometres on 200 units.
  expect(sheet.step).toBe(1);
  expect(sheet.rows[1]! - sheet.rows[0]!).toBeCloseTo(22.5, 0);
});

it('a line of one point has no sheet', () => {
  expect(sheetOf([[6, 44]], 100, 100, 10)).toBeUndefined();
});

it('a line that does not move has a sheet without infinite numbers', () => {
  expect(sheetOf([[6, 44], [6, 44]], 100, 100, 10)!.path).not.toContain('NaN');
});

it('a seed stays below its bound and is the same for the same text', () => {
  expect(seedOf('Citadelle', 7)).toBe(seedOf('Citadelle', 7));
  expect([...Array(50).keys()].every((n) => seedOf(String(n), 7) < 7)).toBe(true);
});
