import { ALTBEACON_COMPANY, beaconReadings, EDDYSTONE_SERVICE, type Advertisement, type BeaconReading } from './advertisement';

/** Web Bluetooth's advertisements are behind a flag on Android and in no other browser: TypeScript does not know them. */
interface AdvertisingDevice extends EventTarget {
  watchAdvertisements?(options?: { signal?: AbortSignal }): Promise<void>;
}

interface Scan {
  stop(): void;
}

interface AdvertisingBluetooth extends EventTarget {
  getDevices?(): Promise<AdvertisingDevice[]>;
  requestDevice?(options: object): Promise<AdvertisingDevice>;
  requestLEScan?(options: object): Promise<Scan>;
}

const HEARD = 'advertisementreceived';

function bluetoothOf(source: Navigator): AdvertisingBluetooth | undefined {
  return (source as Navigator & { bluetooth?: AdvertisingBluetooth }).bluetooth;
}

/** Whether this browser can hear beacons at all; where it cannot, nothing is said about them. */
export function canHearBeacons(source: Navigator = navigator): boolean {
  const bluetooth = bluetoothOf(source);
  return typeof bluetooth?.requestLEScan === 'function' || typeof bluetooth?.getDevices === 'function';
}

const OPTIONS = {
  acceptAllDevices: true,
  optionalManufacturerData: [ALTBEACON_COMPANY],
  optionalServices: [EDDYSTONE_SERVICE],
};

/**
 * Hears beacons until the returned function is called. To be called in answer to a tap: the browser asks the person.
 * First all beacons around by a scan; where the browser has no scan or gives up its prompt by itself, the devices allowed
 * before, else one that the person picks.
 *
 * @throws DOMException as Web Bluetooth does: NotAllowedError, NotFoundError when nothing was picked.
 */
export async function hearBeacons(onReading: (reading: BeaconReading) => void, source: Navigator = navigator): Promise<() => void> {
  const bluetooth = bluetoothOf(source);
  if (!bluetooth) throw new DOMException('no Web Bluetooth', 'NotSupportedError');
  const stop = new AbortController();
  const hear = (event: Event): void => {
    for (const reading of beaconReadings(event as unknown as Advertisement, Date.now() / 1000)) onReading(reading);
  };
  const scan = await scanAll(bluetooth);
  if (scan) {
    bluetooth.addEventListener(HEARD, hear, { signal: stop.signal });
    return () => {
      stop.abort();
      scan.stop();
    };
  }
  const allowed = (await bluetooth.getDevices?.()) ?? [];
  const devices = allowed.length > 0 ? allowed : [await pick(bluetooth)];
  for (const device of devices) {
    device.addEventListener(HEARD, hear, { signal: stop.signal });
    await device.watchAdvertisements?.({ signal: stop.signal });
  }
  return () => stop.abort();
}

async function pick(bluetooth: AdvertisingBluetooth): Promise<AdvertisingDevice> {
  if (!bluetooth.requestDevice) throw new DOMException('no device chooser', 'NotSupportedError');
  return bluetooth.requestDevice(OPTIONS);
}

/** Chromium cancels its own prompt when the page loses the focus to it (InvalidStateError): then there is no scan. */
async function scanAll(bluetooth: AdvertisingBluetooth): Promise<Scan | undefined> {
  if (!bluetooth.requestLEScan) return undefined;
  try {
    return await bluetooth.requestLEScan({ acceptAllAdvertisements: true, keepRepeatedDevices: true });
  } catch (error) {
    if (error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'NotSupportedError')) return undefined;
    throw error;
  }
}
