// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { BeaconReading } from '../../src/triggers/advertisement';
import { canHearBeacons, hearBeacons } from '../../src/triggers/beacon';
import { typedReadings } from '../../src/triggers/code';
import { advance, initialState, type Story } from '../../src/triggers/match';
import { positionReading, watchPosition, type PositionProblem } from '../../src/triggers/position';

class FakeGeolocation {
  found!: PositionCallback;
  failed!: PositionErrorCallback;
  cleared: number[] = [];

  watchPosition(found: PositionCallback, failed?: PositionErrorCallback | null): number {
    this.found = found;
    this.failed = failed!;
    return 7;
  }

  clearWatch(id: number): void {
    this.cleared.push(id);
  }

  getCurrentPosition(): void {}
}

const place = { coords: { latitude: 43.9, longitude: 6.2, accuracy: 8 }, timestamp: 5000 } as GeolocationPosition;
const error = (code: number): GeolocationPositionError => ({ code }) as GeolocationPositionError;

describe('watchPosition', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function watched() {
    const geolocation = new FakeGeolocation();
    const problems: PositionProblem[] = [];
    const fixes: number[] = [];
    const stop = watchPosition(
      { onFix: (fix) => fixes.push(fix.time), onProblem: (problem) => problems.push(problem) },
      geolocation as unknown as Geolocation,
    );
    return { geolocation, problems, fixes, stop };
  }

  it('makes one loss of a hundred failures a second', () => {
    const { geolocation, problems } = watched();
    for (let index = 0; index < 800; index += 1) {
      geolocation.failed(error(2));
      vi.advanceTimersByTime(10);
    }
    expect(problems).toEqual(['lost']);
  });

  it('does not speak of a loss that a fix ends in time', () => {
    const { geolocation, problems, fixes } = watched();
    geolocation.failed(error(2));
    vi.advanceTimersByTime(3000);
    geolocation.found(place);
    vi.advanceTimersByTime(10_000);
    expect([problems, fixes]).toEqual([[], [5000]]);
  });

  it('speaks of a second loss after a fix', () => {
    const { geolocation, problems } = watched();
    for (let round = 0; round < 2; round += 1) {
      geolocation.failed(error(3));
      vi.advanceTimersByTime(6000);
      geolocation.found(place);
    }
    expect(problems).toEqual(['lost', 'lost']);
  });

  it('stops at a refusal', () => {
    const { geolocation, problems } = watched();
    geolocation.failed(error(1));
    expect([problems, geolocation.cleared]).toEqual([['denied'], [7]]);
  });

  it('says that there is no such sensor', () => {
    const problems: PositionProblem[] = [];
    watchPosition({ onFix: () => undefined, onProblem: (problem) => problems.push(problem) }, undefined);
    expect(problems).toEqual(['unsupported']);
  });

  it('reads in unix seconds', () => {
    expect(positionReading({ latitude: 1, longitude: 2, accuracy: 3, time: 5000 })).toEqual({
      kind: 'POSITION',
      at: 5,
      latitude: 1,
      longitude: 2,
      accuracy: 3,
    });
  });
});

const frame = new DataView(new ArrayBuffer(24));
frame.setUint16(0, 0xbeac);
frame.setUint8(2, 0xe2);
frame.setUint16(18, 1);
frame.setUint16(20, 42);
frame.setInt8(22, -59);

function advertisement(): Event {
  return Object.assign(new Event('advertisementreceived'), { rssi: -55, manufacturerData: new Map([[0x0118, frame]]) });
}

const browser = (bluetooth: EventTarget | undefined): Navigator => ({ bluetooth }) as unknown as Navigator;

describe('hearBeacons', () => {
  it('hears all beacons by a scan, until stopped', async () => {
    const scan = { stop: vi.fn() };
    const bluetooth = Object.assign(new EventTarget(), { requestLEScan: () => Promise.resolve(scan) });
    const heard: BeaconReading[] = [];
    const stop = await hearBeacons((reading) => heard.push(reading), browser(bluetooth));
    bluetooth.dispatchEvent(advertisement());
    stop();
    bluetooth.dispatchEvent(advertisement());
    expect(heard.map(({ scheme, major, minor, rssi }) => [scheme, major, minor, rssi])).toEqual([['ALTBEACON', 1, 42, -55]]);
    expect(scan.stop).toHaveBeenCalledOnce();
  });

  it('watches a device that the person picks when the browser gives up its own prompt', async () => {
    const device = Object.assign(new EventTarget(), { watchAdvertisements: vi.fn(() => Promise.resolve()) });
    const bluetooth = Object.assign(new EventTarget(), {
      requestLEScan: () => Promise.reject(new DOMException('canceled', 'InvalidStateError')),
      getDevices: () => Promise.resolve([]),
      requestDevice: () => Promise.resolve(device),
    });
    const heard: BeaconReading[] = [];
    await hearBeacons((reading) => heard.push(reading), browser(bluetooth));
    device.dispatchEvent(advertisement());
    expect(heard.length).toBe(1);
    expect(device.watchAdvertisements).toHaveBeenCalledOnce();
  });

  it('takes a no for a no', async () => {
    const bluetooth = Object.assign(new EventTarget(), {
      requestLEScan: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      requestDevice: vi.fn(),
    });
    await expect(hearBeacons(() => undefined, browser(bluetooth))).rejects.toThrow('no');
    expect(bluetooth.requestDevice).not.toHaveBeenCalled();
  });

  it('says when a browser cannot', async () => {
    expect(canHearBeacons(browser(undefined))).toBe(false);
    expect(canHearBeacons(browser(Object.assign(new EventTarget(), { requestDevice: () => undefined })))).toBe(false);
    await expect(hearBeacons(() => undefined, browser(undefined))).rejects.toThrow('no Web Bluetooth');
  });
});

describe('typedReadings', () => {
  const story: Story = {
    steps: [
      { id: 'a', position: 1, triggers: [{ kind: 'NUMBER', number: '12' }] },
      { id: 'b', position: 2, triggers: [{ kind: 'QR', code: 'fossile' }] },
    ],
  };
  const opened = (text: string): string[] => typedReadings(text, 100).flatMap((reading) => advance(story, initialState(), reading).fired);

  it('opens by number, by code and by the address on the sign', () => {
    expect(opened(' 012 ')).toEqual(['a']);
    expect(opened('Fossile')).toEqual(['b']);
    expect(opened('https://traverse.example/q/fossile')).toEqual(['b']);
    expect(opened('13')).toEqual([]);
  });
});
