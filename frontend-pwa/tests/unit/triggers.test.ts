// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { altBeacon, beaconReadings, EDDYSTONE_SERVICE, eddystoneUid } from '../../src/triggers/advertisement.ts';
import { advance, initialState, type Reading, type Story, type TriggerState } from '../../src/triggers/match.ts';

interface Vector {
  story: Story;
  cases: { name: string; readings: { reading: Reading; starts: string[] }[] }[];
}

const folder = join(import.meta.dirname, '../../../tests/vectors/triggers');

function stored(state: TriggerState | null): TriggerState | null {
  return JSON.parse(JSON.stringify(state)) as TriggerState | null;
}

for (const file of readdirSync(folder).sort()) {
  const vector = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Vector;
  describe(`vectors of ${file}`, () => {
    test.each(vector.cases)('$name', ({ readings }) => {
      let state: TriggerState | null = null;
      const started = readings.map(({ reading }) => {
        const result = advance(vector.story, stored(state), reading);
        state = result.state;
        return result.fired;
      });
      expect(started).toEqual(readings.map((entry) => entry.starts));
    });
  });
}

test('the state given is left as it was', () => {
  const story: Story = {
    steps: [{ id: 'a', position: 1, triggers: [{ kind: 'GEOFENCE', latitude: 44, longitude: 6, radius: 30 }] }],
  };
  const before = initialState();
  const copy = structuredClone(before);
  const reading: Reading = { at: 1, kind: 'POSITION', latitude: 44, longitude: 6, accuracy: 5 };
  expect(advance(story, before, reading).fired).toEqual(['a']);
  expect(before).toEqual(copy);
});

function bytes(text: string): DataView {
  const digits = text.replaceAll(' ', '').match(/../g) ?? [];
  return new DataView(Uint8Array.from(digits, (pair) => Number.parseInt(pair, 16)).buffer);
}

describe('AltBeacon frames', () => {
  const frame = 'beac f7826da6 4fa2 4e98 8024 bc5b71e0893e 0102 fffe c5 00';

  test('are read after the company identifier', () => {
    expect(altBeacon(bytes(frame))).toEqual({
      scheme: 'ALTBEACON',
      uuid: 'f7826da6-4fa2-4e98-8024-bc5b71e0893e',
      major: 0x0102,
      minor: 0xfffe,
      txPower: -59,
    });
  });

  test.each(['', 'beac', frame.slice(0, -6), frame.replace('beac', '0215')])('are refused otherwise: %s', (text) => {
    expect(altBeacon(bytes(text))).toBeNull();
  });
});

describe('Eddystone-UID frames', () => {
  const frame = '00 ee edd1ebeac04e5defa017 0123456789ab';

  test('are read with the power brought to one metre', () => {
    expect(eddystoneUid(bytes(`${frame} 0000`))).toEqual({
      scheme: 'EDDYSTONE_UID',
      namespace: 'edd1ebeac04e5defa017',
      instance: '0123456789ab',
      txPower: -18 - 41,
    });
  });

  test('are read without their two reserved bytes', () => {
    expect(eddystoneUid(bytes(frame))?.instance).toBe('0123456789ab');
  });

  test.each(['', '00', frame.slice(0, -2), frame.replace('00 ee', '10 ee')])('are refused otherwise: %s', (text) => {
    expect(eddystoneUid(bytes(text))).toBeNull();
  });
});

describe('advertisements', () => {
  const alt = bytes('beac f7826da6 4fa2 4e98 8024 bc5b71e0893e 0001 0002 c5 00');
  const uid = bytes('00 ee edd1ebeac04e5defa017 000000000001');

  test('give one reading for each format they carry', () => {
    const found = beaconReadings(
      { rssi: -60, manufacturerData: new Map([[0x0118, alt]]), serviceData: new Map([[EDDYSTONE_SERVICE, uid]]) },
      12,
    );
    expect(found.map(({ at, scheme, rssi }) => [at, scheme, rssi])).toEqual([
      [12, 'ALTBEACON', -60],
      [12, 'EDDYSTONE_UID', -60],
    ]);
  });

  test('of other companies, or without a level, give none', () => {
    expect(beaconReadings({ rssi: -60, manufacturerData: new Map([[0x004c, alt]]) }, 12)).toEqual([]);
    expect(beaconReadings({ manufacturerData: new Map([[0x0118, alt]]) }, 12)).toEqual([]);
    expect(beaconReadings({ rssi: -60 }, 12)).toEqual([]);
  });

  test('start a step when they are read by the engine', () => {
    const trigger = { kind: 'BEACON', scheme: 'ALTBEACON', uuid: 'F7826DA6-4FA2-4E98-8024-BC5B71E0893E', major: 1, minor: 2 };
    const story: Story = { steps: [{ id: 'cave', position: 1, triggers: [trigger] }] };
    let state: TriggerState | null = null;
    const started = [10, 11].flatMap((at) =>
      beaconReadings({ rssi: -62, manufacturerData: new Map([[0x0118, alt]]) }, at).flatMap((reading) => {
        const result = advance(story, state, reading);
        state = result.state;
        return result.fired;
      }),
    );
    expect(started).toEqual(['cave']);
  });
});
