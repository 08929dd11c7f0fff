/** The visitor's position, asked only when they tap for it, kept in memory for this visit and never sent but as `near`. */

export type PositionProblem = 'denied' | 'unavailable';

export interface Position {
  latitude: number;
  longitude: number;
}

interface Located {
  position: Position | null;
  problem: PositionProblem | null;
  busy: boolean;
}

export const located: Located = $state({ position: null, problem: null, busy: false });

/** Three decimals are some 100 m: enough to sort by distance, and the same question for neighbours. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}

export function locate(): Promise<Position | null> {
  located.busy = true;
  located.problem = null;
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      located.busy = false;
      located.problem = 'unavailable';
      resolve(null);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        located.busy = false;
        located.position = { latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) };
        resolve(located.position);
      },
      (error) => {
        located.busy = false;
        located.problem = error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable';
        resolve(null);
      },
      { maximumAge: 120_000, timeout: 15_000 },
    );
  });
}
