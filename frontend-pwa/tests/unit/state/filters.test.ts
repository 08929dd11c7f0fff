import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  audiences,
  chosen,
  daysFrom,
  disabilities,
  eventCategories,
  placeKinds,
  searchKinds,
  toggled,
  trailDifficulties,
  trailPractices,
  windowOf,
} from '../../../src/state/filters';

const schema = readFileSync('../schema.graphql', 'utf8');

function valuesOf(name: string): string[] {
  const body = new RegExp(`enum ${name}\\s*\\{([^}]*)\\}`).exec(schema)?.[1] ?? '';
  return body.replace(/"""[\s\S]*?"""|"[^"]*"|#.*/g, '').split(/\s+/).filter(Boolean).sort();
}

it.each([
  ['EventCategory', eventCategories],
  ['Audience', audiences],
  ['Disability', disabilities],
  ['PlaceKind', placeKinds],
  ['TrailPractice', trailPractices],
  ['TrailDifficulty', trailDifficulties],
  ['SearchKind', searchKinds],
] as const)('%s has all the values of the contract', (name, values) => {
  expect([...values].sort()).toEqual(valuesOf(name));
});

describe('filters of the URL', () => {
  it('ignore what we do not know', () => {
    expect(chosen(new URLSearchParams('category=MARKET&category=NOPE'), 'category', eventCategories)).toEqual(['MARKET']);
  });

  it('toggle', () => {
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggled(['b'], 'a')).toEqual(['b', 'a']);
  });
});

describe('windowOf', () => {
  const now = new Date('2026-11-25T13:20:00Z');

  it.each([null, 'nonsense', '2026-13-40'])('%s is everything to come', (when) => {
    expect(windowOf(when, now)).toEqual({ when: 'all', from: '2026-11-25T13:00:00.000Z', until: null });
  });

  it('reads a day', () => {
    expect(windowOf('2026-11-28', now)).toEqual({
      when: '2026-11-28',
      from: '2026-11-27T23:00:00.000Z',
      until: '2026-11-28T23:00:00.000Z',
      wholeDays: true,
    });
  });

  it('reads some days, from now on when the first has begun', () => {
    expect(windowOf('2026-11-25..2026-11-29', now)).toEqual({
      when: '2026-11-25..2026-11-29',
      from: '2026-11-25T13:00:00.000Z',
      until: '2026-11-29T23:00:00.000Z',
      wholeDays: true,
    });
    expect(windowOf('2026-11-01..2026-11-03', now).from).toBe('2026-10-31T23:00:00.000Z');
  });

  it.each(['2026-11-29..2026-11-25', '2026-11-25..', '..2026-11-25', '2026-11-25..2026-11-26..2026-11-27'])('%s are no days', (text) => {
    expect(daysFrom(text)).toBeUndefined();
    expect(windowOf(text, now).when).toBe('all');
  });

  it('reads school holidays once somebody said when they are', () => {
    const holidays = daysFrom('2026-12-19..2027-01-03');
    expect(windowOf('holidays', now, holidays)).toEqual({
      when: 'holidays',
      from: '2026-12-18T23:00:00.000Z',
      until: '2027-01-03T23:00:00.000Z',
      wholeDays: true,
    });
    expect(windowOf('holidays', now).when).toBe('all');
  });

  it('reads a shortcut', () => {
    expect(windowOf('week', now).until).toBe('2026-12-01T23:00:00.000Z');
  });
});
