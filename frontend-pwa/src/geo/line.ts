import { distance, EARTH_RADIUS, radians, type Position } from './distance';

/** [longitude, latitude, elevation in metres when known], as GeoJSON writes it. */
export type Coordinate = readonly [number, number, (number | null)?];

/** Segments per block of the index; a block far from the position is left out by one comparison. */
const BLOCK = 64;

/**
 * A line made ready for questions: coordinates in metres around its first point, distance from the start at each
 * vertex, and the box of each run of 64 segments.
 */
export interface PreparedLine {
  readonly coordinates: readonly Coordinate[];
  /** Metres from the start at each vertex. */
  readonly at: Float64Array;
  /** Whole length in metres. */
  readonly length: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Four numbers per block: left, bottom, right, top. */
  readonly boxes: Float64Array;
  readonly origin: Position;
}

/** The place on a line that is nearest to a position. */
export interface Nearest extends Position {
  /** Metres from the start. */
  at: number;
  /** Metres between the position and the line. */
  off: number;
  /** Segment, counted from 0. */
  segment: number;
}

export function prepareLine(coordinates: readonly Coordinate[]): PreparedLine {
  const count = coordinates.length;
  const origin = { longitude: coordinates[0]?.[0] ?? 0, latitude: coordinates[0]?.[1] ?? 0 };
  const [x, y, at] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  let previous: Position | undefined;
  coordinates.forEach(([longitude, latitude], index) => {
    const here = { latitude, longitude };
    [x[index], y[index]] = flat(here, origin);
    at[index] = previous ? (at[index - 1] as number) + distance(previous, here) : 0;
    previous = here;
  });
  return { coordinates, at, length: count ? (at[count - 1] as number) : 0, x, y, boxes: boxesOf(x, y), origin };
}

/** Metres east and north of the origin; right to a few centimetres per kilometre, which is less than any GPS. */
function flat(position: Position, origin: Position): [number, number] {
  return [
    radians(position.longitude - origin.longitude) * Math.cos(radians(origin.latitude)) * EARTH_RADIUS,
    radians(position.latitude - origin.latitude) * EARTH_RADIUS,
  ];
}

function boxesOf(x: Float64Array, y: Float64Array): Float64Array {
  const segments = Math.max(0, x.length - 1);
  const boxes = new Float64Array(Math.ceil(segments / BLOCK) * 4);
  for (let block = 0; block * BLOCK < segments; block += 1) {
    const [first, end] = [block * BLOCK, Math.min(segments, (block + 1) * BLOCK) + 1];
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let index = first; index < end; index += 1) {
      left = Math.min(left, x[index] as number);
      right = Math.max(right, x[index] as number);
      bottom = Math.min(bottom, y[index] as number);
      top = Math.max(top, y[index] as number);
    }
    boxes.set([left, bottom, right, top], block * 4);
  }
  return boxes;
}

/**
 * The nearest place of the line; undefined for a line of fewer than two points. Where the line passes twice (there and
 * back, figure of eight) `near`, the metres from the start last known, settles between passages that are about as close.
 */
export function nearestOnLine(line: PreparedLine, position: Position, near?: number): Nearest | undefined {
  const best = scan(line, position);
  if (!best || near === undefined || Math.abs(best.at - near) < AMBIGUITY) return best;
  const around = scan(line, position, { from: near - AMBIGUITY, until: near + AMBIGUITY });
  return around && around.off <= best.off + TOLERANCE ? around : best;
}

/** Metres along the line within which a walker is looked for first. */
const AMBIGUITY = 400;
/** Metres by which the expected passage may be farther than the other one: about what a GPS errs. */
const TOLERANCE = 15;

function scan(line: PreparedLine, position: Position, window?: { from: number; until: number }): Nearest | undefined {
  const segments = line.x.length - 1;
  if (segments < 1) return undefined;
  const { x, y, at, boxes } = line;
  const [px, py] = flat(position, line.origin);
  let [bestSquare, bestSegment, bestPart] = [Infinity, -1, 0];
  for (let block = 0; block * BLOCK < segments; block += 1) {
    const first = block * BLOCK;
    const end = Math.min(segments, first + BLOCK);
    if (window && ((at[end] as number) < window.from || (at[first] as number) > window.until)) continue;
    if (boxSquare(boxes, block * 4, px, py) >= bestSquare) continue;
    for (let segment = first; segment < end; segment += 1) {
      if (window && ((at[segment + 1] as number) < window.from || (at[segment] as number) > window.until)) continue;
      const [ax, ay] = [x[segment] as number, y[segment] as number];
      const [dx, dy] = [(x[segment + 1] as number) - ax, (y[segment + 1] as number) - ay];
      const square = dx * dx + dy * dy;
      const part = square === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / square));
      const [ex, ey] = [ax + part * dx - px, ay + part * dy - py];
      const off = ex * ex + ey * ey;
      if (off < bestSquare) [bestSquare, bestSegment, bestPart] = [off, segment, part];
    }
  }
  return bestSegment < 0 ? undefined : placed(line, bestSegment, bestPart, position);
}

function boxSquare(boxes: Float64Array, start: number, px: number, py: number): number {
  const dx = Math.max((boxes[start] as number) - px, 0, px - (boxes[start + 2] as number));
  const dy = Math.max((boxes[start + 1] as number) - py, 0, py - (boxes[start + 3] as number));
  return dx * dx + dy * dy;
}

function placed(line: PreparedLine, segment: number, part: number, position: Position): Nearest {
  const a = line.coordinates[segment] as Coordinate;
  const b = line.coordinates[segment + 1] as Coordinate;
  const [from, to] = [line.at[segment] as number, line.at[segment + 1] as number];
  const place = { longitude: a[0] + part * (b[0] - a[0]), latitude: a[1] + part * (b[1] - a[1]) };
  return { ...place, at: from + part * (to - from), off: distance(position, place), segment };
}

/** The point at so many metres from the start, held within the line; elevation null when an end of its segment has none. */
export function pointAt(line: PreparedLine, metres: number): (Position & { elevation: number | null }) | undefined {
  const { at, coordinates } = line;
  if (coordinates.length === 0) return undefined;
  const wanted = Math.min(Math.max(metres, 0), line.length);
  let [low, high] = [0, coordinates.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) <= wanted) low = middle;
    else high = middle;
  }
  const [a, b] = [coordinates[low] as Coordinate, coordinates[high] as Coordinate];
  const span = (at[high] as number) - (at[low] as number);
  const part = span === 0 ? 0 : (wanted - (at[low] as number)) / span;
  const [ea, eb] = [a[2] ?? null, b[2] ?? null];
  return {
    longitude: a[0] + part * (b[0] - a[0]),
    latitude: a[1] + part * (b[1] - a[1]),
    elevation: ea === null || eb === null ? (part < 0.5 ? ea : eb) : ea + part * (eb - ea),
  };
}

/** [west, south, east, north]; undefined without coordinates. */
export function boundsOf(coordinates: Iterable<Coordinate>): [number, number, number, number] | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of coordinates) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return west <= east ? [west, south, east, north] : undefined;
}
