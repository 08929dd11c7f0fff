/**
 * Bytes of Bluetooth advertisements to readings of the trigger engine. Pure, over DataView.
 *
 * The bytes are those that follow the company identifier (manufacturer data) or the service UUID (service data), as
 * Web Bluetooth and the native plug-ins hand them over. iBeacon frames are hidden from web pages; they are not read.
 */

import type { Maybe, Reading } from './match.ts';

export type BeaconReading = Extract<Reading, { kind: 'BEACON' }>;
type Identity = Omit<BeaconReading, 'at' | 'kind' | 'rssi'>;

/** Company identifier under which AltBeacon frames are sent (Radius Networks). */
export const ALTBEACON_COMPANY = 0x0118;
export const EDDYSTONE_SERVICE = '0000feaa-0000-1000-8000-00805f9b34fb';

const ALTBEACON_CODE = 0xbeac;
const EDDYSTONE_UID_FRAME = 0x00;
/** Eddystone gives its power at the antenna; the loss over the first metre is 41 dB (Eddystone specification). */
const LOSS_OF_FIRST_METRE = 41;

/** What an advertisement event carries, in any of its two worlds. */
export interface Advertisement {
  rssi?: Maybe<number>;
  manufacturerData?: Maybe<ReadonlyMap<number, DataView>>;
  serviceData?: Maybe<ReadonlyMap<string, DataView>>;
}

/** The beacon of an AltBeacon frame: code BEAC, 20 bytes of identifier read as UUID + major + minor, power at 1 m. */
export function altBeacon(data: DataView): Identity | null {
  if (data.byteLength < 23 || data.getUint16(0) !== ALTBEACON_CODE) return null;
  return {
    scheme: 'ALTBEACON',
    uuid: uuid(hexadecimal(data, 2, 16)),
    major: data.getUint16(18),
    minor: data.getUint16(20),
    txPower: data.getInt8(22),
  };
}

/** The beacon of an Eddystone-UID frame: type 00, power at 0 m, namespace (10 bytes), instance (6 bytes). */
export function eddystoneUid(data: DataView): Identity | null {
  if (data.byteLength < 18 || data.getUint8(0) !== EDDYSTONE_UID_FRAME) return null;
  return {
    scheme: 'EDDYSTONE_UID',
    namespace: hexadecimal(data, 2, 10),
    instance: hexadecimal(data, 12, 6),
    txPower: data.getInt8(1) - LOSS_OF_FIRST_METRE,
  };
}

/** The readings of an advertisement heard at a time (unix seconds): none, one, or both formats of one beacon. */
export function beaconReadings(advertisement: Advertisement, at: number): BeaconReading[] {
  const { rssi } = advertisement;
  if (typeof rssi !== 'number') return [];
  const manufacturer = advertisement.manufacturerData?.get(ALTBEACON_COMPANY);
  const service = advertisement.serviceData?.get(EDDYSTONE_SERVICE);
  const found = [manufacturer && altBeacon(manufacturer), service && eddystoneUid(service)];
  return found.filter((beacon) => !!beacon).map((beacon) => ({ at, kind: 'BEACON', rssi, ...beacon }));
}

function hexadecimal(data: DataView, offset: number, length: number): string {
  return Array.from({ length }, (_, index) => data.getUint8(offset + index).toString(16).padStart(2, '0')).join('');
}

function uuid(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
