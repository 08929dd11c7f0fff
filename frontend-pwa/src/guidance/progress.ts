import type { Position } from '../geo/distance';
import { nearestOnLine, type Nearest, type PreparedLine } from '../geo/line';

/** A fix of the phone's position; accuracy is the radius in metres within which the phone is with 68 % likelihood. */
export interface Fix extends Position {
  accuracy: number;
  /** Milliseconds since 1970. */
  time: number;
}

/** Where a walker is on the line. */
export interface Progress {
  nearest: Nearest;
  /** Metres walked and left, along the line. */
  done: number;
  left: number;
  offRoute: boolean;
}

/** Metres from the line, beyond the fix's own error, at which one has left it, and is back on it. */
const LEAVES = 60;
const RETURNS = 30;
/** A fix worse than this says nothing about being on a path. */
const USELESS_ACCURACY = 200;

/**
 * Places a fix on the line. Leaving needs twice the distance of coming back, so that a trembling position between the
 * two does not make the notice flicker. A useless fix changes nothing.
 */
export function progressOnLine(line: PreparedLine, fix: Fix, before?: Progress): Progress | undefined {
  if (fix.accuracy > USELESS_ACCURACY) return before;
  const nearest = nearestOnLine(line, fix, before?.nearest.at);
  if (!nearest) return undefined;
  const beyond = nearest.off - fix.accuracy;
  const offRoute = before?.offRoute ? nearest.off > RETURNS : beyond > LEAVES;
  return { nearest, done: nearest.at, left: line.length - nearest.at, offRoute };
}
