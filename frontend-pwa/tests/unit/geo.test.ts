// @vitest-environment node
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { bearing, distance } from '../../src/geo/distance';
import { boundsOf, nearestOnLine, pointAt, prepareLine, type Coordinate } from '../../src/geo/line';
import { elevationAt, frameOf, profileOf, profilePath, roundTicks } from '../../src/geo/profile';
import { progressOnLine } from '../../src/guidance/progress';

const moustiers = { latitude: 43.8467, longitude: 6.2218 };
const castellane = { latitude: 43.8461, longitude: 6.5134 };

/** A square of about a kilometre around Riez, with elevations. */
const square: Coordinate[] = [
  [6.09, 43.82, 500],
  [6.1, 43.82, 600],
  [6.1, 43.83, 700],
  [6.09, 43.83, 600],
  [6.09, 43.82, 500],
];

/** What nearestOnLine must find, by the longest way. */
function slowNearest(coordinates: readonly Coordinate[], position: { latitude: number; longitude: number }): number {
  let best = Infinity;
  for (let index = 1; index < coordinates.length; index += 1) {
    const [a, b] = [coordinates[index - 1] as Coordinate, coordinates[index] as Coordinate];
    for (let part = 0; part <= 1; part += 0.002) {
      const place = { longitude: a[0] + part * (b[0] - a[0]), latitude: a[1] + part * (b[1] - a[1]) };
      best = Math.min(best, distance(position, place));
    }
  }
  return best;
}

function wander(count: number, seed = 7): Coordinate[] {
  let state = seed;
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648 - 0.5;
  };
  let [longitude, latitude, direction] = [6.3, 43.9, 0];
  return Array.from({ length: count }, () => {
    direction += random() * 0.6;
    longitude += Math.cos(direction) * 0.0001;
    latitude += Math.sin(direction) * 0.00008;
    return [longitude, latitude, 800 + random() * 40] as Coordinate;
  });
}

describe('distance', () => {
  it('agrees with the map between Moustiers and Castellane', () => {
    expect(distance(moustiers, castellane)).toBeCloseTo(23_386, -2);
    expect(distance(moustiers, moustiers)).toBe(0);
  });

  it('gives the bearing clockwise from north', () => {
    expect(bearing(moustiers, castellane)).toBeCloseTo(90, 0);
    expect(bearing(castellane, moustiers)).toBeCloseTo(270, 0);
    expect(bearing(moustiers, { ...moustiers, latitude: 44 })).toBeCloseTo(0, 5);
  });
});

describe('nearestOnLine', () => {
  it('finds the foot on the segment and the metres from the start', () => {
    const line = prepareLine(square);
    const nearest = nearestOnLine(line, { longitude: 6.095, latitude: 43.819 });
    expect(nearest?.segment).toBe(0);
    expect(nearest?.longitude).toBeCloseTo(6.095, 6);
    expect(nearest?.latitude).toBeCloseTo(43.82, 6);
    expect(nearest?.off).toBeCloseTo(111.2, 0);
    expect(nearest?.at).toBeCloseTo((line.at[1] as number) / 2, 0);
  });

  it('agrees with the slow way on a wandering line', () => {
    const coordinates = wander(700);
    const line = prepareLine(coordinates);
    for (const [longitude, latitude] of [
      [6.3, 43.9],
      [6.31, 43.91],
      [6.29, 43.893],
      [6.4, 44.1],
      [coordinates[350]?.[0] as number, (coordinates[350]?.[1] as number) + 0.0003],
    ] as [number, number][]) {
      const position = { longitude, latitude };
      const slow = slowNearest(coordinates, position);
      expect(Math.abs((nearestOnLine(line, position)?.off ?? Infinity) - slow)).toBeLessThan(Math.max(0.5, slow * 0.002));
    }
  });

  it('stays on the way out or the way back of a line walked twice', () => {
    const out: Coordinate[] = Array.from({ length: 51 }, (_, index) => [6.1 + index * 0.0005, 43.8, 500]);
    const line = prepareLine([...out, ...out.slice(0, -1).reverse()]);
    const position = { longitude: 6.105, latitude: 43.80002 };
    const outward = nearestOnLine(line, position, 350)?.at as number;
    const homeward = nearestOnLine(line, position, line.length - 420)?.at as number;
    expect(outward).toBeCloseTo(401, -1);
    expect(homeward).toBeCloseTo(line.length - 401, -1);
  });

  it('has no answer for a line that is not one', () => {
    expect(nearestOnLine(prepareLine([]), moustiers)).toBeUndefined();
    expect(nearestOnLine(prepareLine([[6, 44]]), moustiers)).toBeUndefined();
    expect(nearestOnLine(prepareLine([[6, 44], [6, 44]]), moustiers)?.at).toBe(0);
  });
});

describe('pointAt', () => {
  it('goes along the line with its elevation', () => {
    const line = prepareLine(square);
    expect(pointAt(line, 0)).toEqual({ longitude: 6.09, latitude: 43.82, elevation: 500 });
    expect(pointAt(line, (line.at[1] as number) / 2)?.elevation).toBeCloseTo(550, 3);
    expect(pointAt(line, line.length + 50)).toEqual({ longitude: 6.09, latitude: 43.82, elevation: 500 });
    expect(pointAt(prepareLine([]), 3)).toBeUndefined();
  });

  it('is where nearestOnLine says that it is', () => {
    const line = prepareLine(wander(2000, 3));
    const place = pointAt(line, 1234);
    expect(nearestOnLine(line, place!, 1234)?.at).toBeCloseTo(1234, 0);
  });
});

describe('boundsOf', () => {
  it('holds every point', () => {
    expect(boundsOf(square)).toEqual([6.09, 43.82, 6.1, 43.83]);
    expect(boundsOf([])).toBeUndefined();
  });
});

describe('profile', () => {
  it('knows the highest and the lowest', () => {
    const profile = profileOf(prepareLine(square), 400)!;
    expect(profile.points.length).toBe(401);
    expect(profile.highest.elevation).toBeGreaterThan(699);
    expect(profile.lowest.elevation).toBe(500);
    expect(elevationAt(profile, 0)).toBe(500);
    expect(elevationAt(profile, profile.length * 2)).toBeCloseTo(500, 6);
  });

  it('is absent without elevations', () => {
    expect(profileOf(prepareLine(square.map(([x, y]) => [x, y])))).toBeUndefined();
    expect(profileOf(prepareLine([]))).toBeUndefined();
  });

  it('does not make a mountain of a towpath', () => {
    const flat = profileOf(prepareLine(square.map(([x, y]) => [x, y, 300])))!;
    const frame = frameOf(flat, 100, 50);
    expect([frame.bottom, frame.top]).toEqual([242, 358]);
    expect(profilePath(flat, frame).startsWith('M0.0 25.0L')).toBe(true);
    expect(profilePath(flat, frame, true).endsWith('L100.0 50L0.0 50Z')).toBe(true);
  });

  it('chooses round ticks', () => {
    expect(roundTicks(483, 1210, 4)).toEqual([600, 800, 1000, 1200]);
    expect(roundTicks(0, 11_300, 6)).toEqual([0, 2000, 4000, 6000, 8000, 10_000]);
    expect(roundTicks(5, 5, 3)).toEqual([5]);
  });
});

describe('progressOnLine', () => {
  const line = prepareLine(square);
  const fix = (metresSouth: number, accuracy = 8) => ({
    longitude: 6.095,
    latitude: 43.82 - metresSouth / 111_195,
    accuracy,
    time: 0,
  });

  it('counts what is done and what is left', () => {
    const progress = progressOnLine(line, fix(10))!;
    expect(progress.done + progress.left).toBeCloseTo(line.length, 6);
    expect(progress.offRoute).toBe(false);
  });

  it('leaves at 60 m beyond the error and returns under 30 m', () => {
    let progress = progressOnLine(line, fix(65));
    expect(progress?.offRoute).toBe(false);
    progress = progressOnLine(line, fix(75), progress);
    expect(progress?.offRoute).toBe(true);
    progress = progressOnLine(line, fix(45), progress);
    expect(progress?.offRoute).toBe(true);
    progress = progressOnLine(line, fix(25), progress);
    expect(progress?.offRoute).toBe(false);
  });

  it('learns nothing from a fix of a kilometre', () => {
    const before = progressOnLine(line, fix(10));
    expect(progressOnLine(line, fix(500, 1000), before)).toBe(before);
  });
});

describe('the base map', () => {
  it('holds the 198 communes, their names and the water', () => {
    const base = JSON.parse(readFileSync('public/map/base.json', 'utf8'));
    expect(base.communes.features.length).toBe(198);
    expect(base.places.features.length).toBe(198);
    expect(base.rivers.features.map((river: { properties: { name: string } }) => river.properties.name)).toEqual([
      'Durance',
      'Verdon',
      'Bléone',
      'Ubaye',
      'Asse',
      'Var',
    ]);
    expect(base.lakes.features.length).toBe(5);
    expect(base.attribution).toContain('Licence Ouverte');
  });
});
