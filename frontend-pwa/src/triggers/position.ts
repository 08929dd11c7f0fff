import type { Fix } from '../guidance/progress';
import type { Reading } from './match';

/** denied: the person or the phone said no · lost: no fix for a while · unsupported: no such sensor. */
export type PositionProblem = 'denied' | 'lost' | 'unsupported';

export interface PositionEvents {
  onFix(fix: Fix): void;
  /** Said once; a fix that comes later ends a `lost`. */
  onProblem(problem: PositionProblem): void;
}

/** A phone may fail a hundred times a second until it has a position again: that is one loss, and only after a while. */
const LOST_AFTER = 5000;
/** A fix that does not come within this time is an error of its own. */
const TIMEOUT = 30_000;

export const positionReading = (fix: Fix): Reading => ({
  kind: 'POSITION',
  at: fix.time / 1000,
  latitude: fix.latitude,
  longitude: fix.longitude,
  accuracy: fix.accuracy,
});

/** Follows the phone's position until the returned function is called. Asks for permission the first time. */
export function watchPosition(events: PositionEvents, geolocation = navigator.geolocation as Geolocation | undefined): () => void {
  if (!geolocation) {
    events.onProblem('unsupported');
    return () => undefined;
  }
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let lost = false;
  const found = ({ coords, timestamp }: GeolocationPosition): void => {
    clearTimeout(waiting);
    waiting = undefined;
    lost = false;
    events.onFix({ latitude: coords.latitude, longitude: coords.longitude, accuracy: coords.accuracy, time: timestamp });
  };
  const failed = ({ code }: GeolocationPositionError): void => {
    if (code === 1) {
      stop();
      events.onProblem('denied');
    } else if (!lost && waiting === undefined) {
      waiting = setTimeout(() => {
        lost = true;
        waiting = undefined;
        events.onProblem('lost');
      }, LOST_AFTER);
    }
  };
  const id = geolocation.watchPosition(found, failed, { enableHighAccuracy: true, maximumAge: 1000, timeout: TIMEOUT });
  function stop(): void {
    clearTimeout(waiting);
    geolocation?.clearWatch(id);
  }
  return stop;
}
