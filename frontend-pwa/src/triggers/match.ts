/**
 * One reading of a sensor, the state so far: which steps of the story start, and the new state.
 *
 * The same engine as the back end's `tourism/triggers/engine.py`, whose docstring says what was decided and why;
 * `tests/vectors/triggers` holds the cases that both must pass. Pure: no browser API, no clock, no storage. The state
 * is JSON and may be stored between any two readings. A malformed reading, or a trigger without the fields of its
 * kind, starts nothing and throws nothing.
 */

export type Maybe<T> = T | null | undefined;

/** A trigger as the API gives it: the fields of its kind are filled, the others null. */
export interface Trigger {
  kind: string;
  latitude?: Maybe<number>;
  longitude?: Maybe<number>;
  /** Metres. */
  radius?: Maybe<number>;
  scheme?: Maybe<string>;
  uuid?: Maybe<string>;
  major?: Maybe<number>;
  minor?: Maybe<number>;
  namespace?: Maybe<string>;
  instance?: Maybe<string>;
  code?: Maybe<string>;
  number?: Maybe<string | number>;
}

export interface StepRules {
  once?: Maybe<boolean>;
  /** Seconds. */
  cooldown?: Maybe<number>;
  after?: Maybe<readonly string[]>;
}

export interface Step {
  id: string;
  position: number;
  triggers: readonly Trigger[];
  rules?: Maybe<StepRules>;
}

export interface Story {
  steps: readonly Step[];
}

/** `at` in unix seconds. */
export type Reading =
  | { at: number; kind: 'POSITION'; latitude: number; longitude: number; accuracy: Maybe<number> }
  | {
      at: number;
      kind: 'BEACON';
      scheme: string;
      uuid?: Maybe<string>;
      major?: Maybe<number>;
      minor?: Maybe<number>;
      namespace?: Maybe<string>;
      instance?: Maybe<string>;
      /** dBm. */
      rssi: number;
      /** dBm at one metre. */
      txPower?: Maybe<number>;
    }
  | { at: number; kind: 'CODE'; code: string }
  | { at: number; kind: 'NUMBER'; number: string };

interface Fence {
  inside: boolean;
  fixes: number;
  waiting: boolean;
}

interface Beacon {
  inside: boolean;
  waiting: boolean;
  /** [time, path loss in dB from one metre], the latest last. */
  levels: [number, number][];
}

export interface TriggerState {
  version: 1;
  /** Time of the last fix. */
  position: number | null;
  /** Time of the last start of each step. */
  fired: Record<string, number>;
  /** Time of the last explicit reading of each step. */
  seen: Record<string, number>;
  /** One entry for each trigger that is near, keyed "step id/number of the trigger". */
  fences: Record<string, Fence>;
  beacons: Record<string, Beacon>;
}

/** The state after a reading, and the ids of the steps that start, nearest first. */
export interface Advance {
  state: TriggerState;
  fired: string[];
}

const EARTH_RADIUS_M = 6_371_008.8;
const METRES_PER_DEGREE = 111_195;
const DEFAULT_FENCE_M = 30;
const DEFAULT_BEACON_M = 8;
const COARSE_ACCURACY_M = 50;
const FENCE_LEAVE = 1.3;
const BEACON_LEAVE = 1.5;
const LEVELS = 3;
const LEVELS_NEEDED = 2;
const LEVEL_AGE_S = 10;
const SILENCE_S = 30;
const DEFAULT_TX_POWER = -59;
const PATH_LOSS_EXPONENT = 2;
const REPEAT_S = 30;
const SAME_SCAN_S = 2;
const CLOCK_CHANGE_S = 3600;

export function initialState(): TriggerState {
  return { version: 1, position: null, fired: {}, seen: {}, fences: {}, beacons: {} };
}

/** `state` is left as it was; null starts anew. */
export function advance(story: Story, state: Maybe<TriggerState>, reading: Reading): Advance {
  const before = state?.version === 1 ? state : initialState();
  if (!isNumber(reading?.at)) return { state: before, fired: [] };
  switch (reading.kind) {
    case 'POSITION':
      return advancePosition(story, before, reading);
    case 'BEACON':
      return advanceBeacon(story, before, reading);
    case 'CODE':
      return advanceExplicit(story, before, reading.at, normalCode(reading.code), (trigger) =>
        trigger.kind === 'QR' || trigger.kind === 'NFC' ? normalCode(trigger.code) : '',
      );
    case 'NUMBER':
      return advanceExplicit(story, before, reading.at, normalNumber(reading.number), (trigger) =>
        trigger.kind === 'NUMBER' ? normalNumber(trigger.number) : '',
      );
    default:
      return { state: before, fired: [] };
  }
}

// Positions -----------------------------------------------------------------------------------------------------

type Candidate = { distance: number; step: Step };

function advancePosition(story: Story, state: TriggerState, reading: Extract<Reading, { kind: 'POSITION' }>): Advance {
  const { at, latitude, longitude, accuracy } = reading;
  const unchanged = { state, fired: [] };
  if (!isNumber(latitude) || !isNumber(longitude) || !isNumber(accuracy) || accuracy < 0) return unchanged;
  const last = state.position;
  if (last !== null && last - CLOCK_CHANGE_S <= at && at <= last) return unchanged;
  const fences = { ...state.fences };
  const candidates: Candidate[] = [];
  for (const step of story.steps) {
    for (const [number, trigger] of step.triggers.entries()) {
      if (trigger.kind !== 'GEOFENCE' || !isNumber(trigger.latitude) || !isNumber(trigger.longitude)) continue;
      const radius = positive(trigger.radius, DEFAULT_FENCE_M);
      if (accuracy > Math.max(COARSE_ACCURACY_M, 2 * radius)) continue;
      const key = `${step.id}/${number}`;
      const fence = fences[key];
      // Far to the north or south, before any trigonometry: most fences of a story are.
      if (!fence && Math.abs(trigger.latitude - latitude) * METRES_PER_DEGREE > 2 * radius + 1) continue;
      const distance = distanceM(latitude, longitude, trigger.latitude, trigger.longitude);
      const next = fenceAfter(fence, distance, radius, accuracy);
      if (!next) {
        delete fences[key];
      } else if (next.inside && (next.waiting || !fence?.inside)) {
        candidates.push({ distance, step });
        fences[key] = { ...next, waiting: isBlocked(story, state, step) };
      } else {
        fences[key] = next;
      }
    }
  }
  return start(story, { ...state, position: at, fences }, candidates, at);
}

/** The fence after a fix: `fixes` counts those inside in a row while it is not yet entered. */
function fenceAfter(fence: Fence | undefined, distance: number, radius: number, accuracy: number): Fence | null {
  if (fence?.inside) return distance > radius * FENCE_LEAVE ? null : fence;
  if (distance > radius) return null;
  const fixes = (fence?.fixes ?? 0) + 1;
  return { inside: accuracy <= radius || fixes >= 2, fixes, waiting: false };
}

// Beacons -------------------------------------------------------------------------------------------------------

function advanceBeacon(story: Story, state: TriggerState, reading: Extract<Reading, { kind: 'BEACON' }>): Advance {
  const { at, rssi } = reading;
  const heard = beaconKey(reading);
  // 127 and 0 are what radios report when they do not know.
  if (!heard || !isNumber(rssi) || rssi < -127 || rssi >= 0) return { state, fired: [] };
  const { txPower } = reading;
  const atOneMetre = isNumber(txPower) && txPower >= -127 && txPower < 127 ? txPower : DEFAULT_TX_POWER;
  const beacons = { ...state.beacons };
  const candidates: Candidate[] = [];
  for (const step of story.steps) {
    for (const [number, trigger] of step.triggers.entries()) {
      if (trigger.kind !== 'BEACON') continue;
      const wanted = beaconKey(trigger);
      if (!wanted || !wanted.every((part, index) => part === null || part === heard[index])) continue;
      const key = `${step.id}/${number}`;
      const beacon = beacons[key] ?? { inside: false, waiting: false, levels: [] };
      const levels = levelsAfter(beacon.levels, at, atOneMetre - rssi);
      if (!levels) continue;
      const latest = beacon.levels.at(-1);
      const silence = latest ? at - latest[0] : 0;
      const silent = silence < -CLOCK_CHANGE_S || silence > SILENCE_S;
      const wasInside = beacon.inside && !silent;
      let waiting = beacon.waiting && !silent;
      const distance = beaconDistanceM(levels);
      const radius = positive(trigger.radius, DEFAULT_BEACON_M);
      const reach = wasInside ? radius * BEACON_LEAVE : radius;
      const inside = distance <= reach && (wasInside || levels.length >= LEVELS_NEEDED);
      if (inside && (waiting || !wasInside)) {
        candidates.push({ distance, step });
        waiting = isBlocked(story, state, step);
      }
      beacons[key] = { inside, waiting: inside && waiting, levels };
    }
  }
  return start(story, { ...state, beacons }, candidates, at);
}

function levelsAfter(levels: [number, number][], at: number, loss: number): [number, number][] | null {
  const latest = levels.at(-1);
  if (latest) {
    if (latest[0] - CLOCK_CHANGE_S <= at && at < latest[0]) return null;
    if (levels.some((level) => level[0] === at && level[1] === loss)) return null;
  }
  const recent = levels.filter((level) => at >= level[0] && at - level[0] <= LEVEL_AGE_S);
  return [...recent, [at, loss] as [number, number]].slice(-LEVELS);
}

/** From the median loss; of two, the weaker signal, so that one flash of strength is not an arrival. */
function beaconDistanceM(levels: [number, number][]): number {
  const losses = levels.map((level) => level[1]).sort((a, b) => a - b);
  return 10 ** ((losses[Math.floor(losses.length / 2)] ?? 0) / (10 * PATH_LOSS_EXPONENT));
}

type BeaconIdentity = {
  scheme?: Maybe<string>;
  uuid?: Maybe<string>;
  major?: Maybe<number>;
  minor?: Maybe<number>;
  namespace?: Maybe<string>;
  instance?: Maybe<string>;
};

/** [scheme, main identifier, second, third]; null when it names no beacon. A null part of a trigger matches any. */
export function beaconKey(beacon: BeaconIdentity): (string | null)[] | null {
  let parts: (string | null)[];
  if (beacon.scheme === 'IBEACON' || beacon.scheme === 'ALTBEACON') {
    parts = [hexadecimal(beacon.uuid), smallNumber(beacon.major), smallNumber(beacon.minor)];
  } else if (beacon.scheme === 'EDDYSTONE_UID') {
    parts = [hexadecimal(beacon.namespace), hexadecimal(beacon.instance), null];
  } else {
    return null;
  }
  return parts[0] ? [beacon.scheme, ...parts] : null;
}

function hexadecimal(value: unknown): string | null {
  return typeof value === 'string' ? value.replace(/[-\t\n\v\f\r ]/g, '').toLowerCase() || null : null;
}

function smallNumber(value: unknown): string | null {
  return typeof value === 'number' && Number.isInteger(value) ? String(value) : null;
}

// Codes and numbers ---------------------------------------------------------------------------------------------

function advanceExplicit(
  story: Story,
  state: TriggerState,
  at: number,
  value: string,
  saidBy: (trigger: Trigger) => string,
): Advance {
  if (!value) return { state, fired: [] };
  const seen = { ...state.seen };
  const fired = { ...state.fired };
  const started: string[] = [];
  for (const step of [...story.steps].sort((a, b) => a.position - b.position)) {
    if (started.includes(step.id) || !step.triggers.some((trigger) => saidBy(trigger) === value)) continue;
    const last = seen[step.id];
    seen[step.id] = at;
    if (last === undefined || Math.abs(at - last) > SAME_SCAN_S) {
      fired[step.id] = at;
      started.push(step.id);
    }
  }
  return { state: { ...state, seen, fired }, fired: started };
}

/** The bare code in lower case, out of a code or of the whole URL on the sign (https://host/q/<code>). */
export function normalCode(value: unknown): string {
  if (typeof value !== 'string') return '';
  let text = trimmed(value);
  const inUrl = /(?:^|\/)q\/([^/?#]+)/i.exec(text)?.[1];
  if (inUrl) {
    text = inUrl;
    if (/^(?:[^%]|%[0-9a-f]{2})*$/i.test(text)) {
      try {
        text = decodeURIComponent(text);
      } catch {
        // Not UTF-8: the code is compared as it is written.
      }
    }
  }
  return trimmed(text).toLowerCase();
}

/** A typed number without blanks around it nor zeros before it. */
export function normalNumber(value: unknown): string {
  const text = typeof value === 'number' && Number.isInteger(value) ? String(value) : value;
  if (typeof text !== 'string') return '';
  return trimmed(text)
    .toLowerCase()
    .replace(/^0+(?=[^])/, '');
}

function trimmed(text: string): string {
  return text.replace(/^[ \t\n\r\f\v\u00a0\ufeff]+|[ \t\n\r\f\v\u00a0\ufeff]+$/g, '');
}

// What may start ------------------------------------------------------------------------------------------------

/** Of the steps that were reached, those that may start by themselves. What starts now unblocks the next reading. */
function start(story: Story, state: TriggerState, candidates: Candidate[], at: number): Advance {
  const fired = { ...state.fired };
  const started: string[] = [];
  candidates.sort((a, b) => a.distance - b.distance || a.step.position - b.step.position);
  for (const { step } of candidates) {
    if (started.includes(step.id) || isBlocked(story, state, step) || !mayRepeat(state, step, at)) continue;
    fired[step.id] = at;
    started.push(step.id);
  }
  return { state: { ...state, fired }, fired: started };
}

function isBlocked(story: Story, state: TriggerState, step: Step): boolean {
  const after = step.rules?.after ?? [];
  return after.some((id) => !Object.hasOwn(state.fired, id) && story.steps.some((other) => other.id === id));
}

function mayRepeat(state: TriggerState, step: Step, at: number): boolean {
  const last = state.fired[step.id];
  if (last === undefined) return true;
  if (step.rules?.once) return false;
  const elapsed = at - last;
  return elapsed >= Math.max(REPEAT_S, positive(step.rules?.cooldown, 0)) || elapsed < -CLOCK_CHANGE_S;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function positive(value: unknown, otherwise: number): number {
  return isNumber(value) && value > 0 ? value : otherwise;
}

/** On the sphere; the same formula as the back end's, so that both see the same metre. */
function distanceM(latitudeA: number, longitudeA: number, latitudeB: number, longitudeB: number): number {
  const radians = Math.PI / 180;
  const a = latitudeA * radians;
  const b = latitudeB * radians;
  const square =
    Math.sin((b - a) / 2) ** 2 +
    Math.cos(a) * Math.cos(b) * Math.sin(((longitudeB - longitudeA) * radians) / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(Math.min(1, square)));
}
