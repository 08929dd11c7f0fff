import { pointAt, type PreparedLine } from './line';

export interface ProfilePoint {
  /** Metres from the start. */
  at: number;
  /** Metres above the sea. */
  elevation: number;
}

export interface Profile {
  /** In order; at least two. */
  points: ProfilePoint[];
  length: number;
  highest: ProfilePoint;
  lowest: ProfilePoint;
}

/** As many samples as a phone has pixels across. */
const SAMPLES = 240;

/** The elevation along the line at regular steps; undefined when fewer than two samples have one. */
export function profileOf(line: PreparedLine, samples: number = SAMPLES): Profile | undefined {
  const points: ProfilePoint[] = [];
  if (line.length > 0) {
    for (let index = 0; index <= samples; index += 1) {
      const at = (line.length * index) / samples;
      const elevation = pointAt(line, at)?.elevation;
      if (elevation !== null && elevation !== undefined) points.push({ at, elevation });
    }
  }
  if (points.length < 2) return undefined;
  let [highest, lowest] = [points[0] as ProfilePoint, points[0] as ProfilePoint];
  for (const point of points) {
    if (point.elevation > highest.elevation) highest = point;
    if (point.elevation < lowest.elevation) lowest = point;
  }
  return { points, length: line.length, highest, lowest };
}

/** Elevation at so many metres from the start, between the samples around it. */
export function elevationAt(profile: Profile, metres: number): number {
  const { points } = profile;
  const next = points.findIndex((point) => point.at >= metres);
  if (next <= 0) return ((next === 0 ? points[0] : points.at(-1)) as ProfilePoint).elevation;
  const [a, b] = [points[next - 1] as ProfilePoint, points[next] as ProfilePoint];
  return a.elevation + ((metres - a.at) / (b.at - a.at)) * (b.elevation - a.elevation);
}

/** Round numbers from `from` to `until` at a step of 1, 2, 2.5 or 5 times a power of ten, at most `most` of them. */
export function roundTicks(from: number, until: number, most: number): number[] {
  const span = until - from;
  if (!(span > 0) || most < 1) return [from];
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 2.5, 5, 10, 20].map((times) => times * power).find((one) => span / one <= most) as number;
  const ticks: number[] = [];
  for (let index = Math.ceil(from / step); index * step <= until + step * 1e-9; index += 1) ticks.push(index * step);
  return ticks;
}

export interface ProfileFrame {
  width: number;
  height: number;
  /** Elevations at the bottom and at the top. */
  bottom: number;
  top: number;
}

/**
 * The frame in which to draw: never less than 100 m of difference, so that a towpath does not look like an ascent, and
 * some air above and below.
 */
export function frameOf(profile: Profile, width: number, height: number): ProfileFrame {
  const [low, high] = [profile.lowest.elevation, profile.highest.elevation];
  const span = Math.max(100, high - low);
  const middle = (low + high) / 2;
  return { width, height, bottom: middle - span * 0.58, top: middle + span * 0.58 };
}

export const xOf = (profile: Profile, frame: ProfileFrame, at: number): number => (at / profile.length) * frame.width;

export const yOf = (frame: ProfileFrame, elevation: number): number =>
  frame.height - ((elevation - frame.bottom) / (frame.top - frame.bottom)) * frame.height;

/** SVG path data of the ground's upper edge; with `closed`, of the ground down to the frame's bottom. */
export function profilePath(profile: Profile, frame: ProfileFrame, closed = false): string {
  const drawn = profile.points.map(({ at, elevation }) => `${xOf(profile, frame, at).toFixed(1)} ${yOf(frame, elevation).toFixed(1)}`);
  const edge = `M${drawn.join('L')}`;
  if (!closed) return edge;
  const [first, last] = [profile.points[0] as ProfilePoint, profile.points.at(-1) as ProfilePoint];
  return `${edge}L${xOf(profile, frame, last.at).toFixed(1)} ${frame.height}L${xOf(profile, frame, first.at).toFixed(1)} ${frame.height}Z`;
}
