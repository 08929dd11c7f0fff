/** My programme: the dates that somebody keeps, and what has become of them since. Pure. */

import type { EventCardFieldsFragment, ProgrammeQuery } from '../generated/graphql';
import { isOver } from '../words/dates';
import { stops } from '../words/status';
import { isoDay, localTime } from '../words/windows';
import type { KeptOccurrence, ProgrammeRow, Said } from './row';

export type Change = 'gone' | 'cancelled' | 'postponed' | 'full' | 'moved' | 'dropped';

/** One line of the programme. */
export interface Entry {
  eventId: string;
  event: EventCardFieldsFragment;
  /** The date that was chosen; null when the event was. */
  chosen: string | null;
  date: KeptOccurrence;
  /** What has changed since it was kept. */
  change: Change | null;
  /** The beginning that it had, of what was moved. */
  before: string | null;
  past: boolean;
  /** SEQUENCE of the event in calendars. */
  sequence: number;
}

function at(said: Said, start: string): KeptOccurrence | undefined {
  const instant = Date.parse(start);
  return said.occurrences.find((one) => Date.parse(one.start) === instant);
}

function movedFrom(said: Said, start: string): KeptOccurrence | undefined {
  const instant = Date.parse(start);
  return said.occurrences.find((one) => one.movedFrom !== null && Date.parse(one.movedFrom) === instant);
}

/**
 * The date that began at `start`, as it is now: there, or where it was moved to. Of what had been moved already when it
 * was kept, or since, the server says from which day it was announced first: that one is followed then.
 */
export function dateNow({ then, now }: Pick<ProgrammeRow, 'then' | 'now'>, start: string): KeptOccurrence | undefined {
  const here = at(now, start) ?? movedFrom(now, start);
  const announced = here ? null : at(then, start)?.movedFrom;
  return here ?? (announced ? (movedFrom(now, announced) ?? at(now, announced)) : undefined) ?? corrected(then, now, start);
}

/**
 * What stands where `start` was, when nobody says that it was moved: of the dates that were not there before, the nearest
 * of the same day. An hour that was typed anew is no cancellation.
 */
function corrected(then: Said, now: Said, start: string): KeptOccurrence | undefined {
  const instant = Date.parse(start);
  const day = isoDay(localTime(new Date(start)));
  const apart = (one: KeptOccurrence): number => Math.abs(Date.parse(one.start) - instant);
  return now.occurrences
    .filter((one) => one.movedFrom === null && !at(then, one.start) && isoDay(localTime(new Date(one.start))) === day)
    .sort((a, b) => apart(a) - apart(b))[0];
}

/** The date that comes next and takes place, else the next one, else the last one. */
function nextOf({ occurrences, event }: Said, now: Date): KeptOccurrence {
  const coming = occurrences.filter((one) => !isOver(one, now));
  const { start, end, allDay, status, movedFrom: from } = event;
  const ofTheCard = { start, end, allDay, status, movedFrom: from, note: null };
  return coming.find(({ status: own }) => !stops(own)) ?? coming[0] ?? occurrences.at(-1) ?? ofTheCard;
}

const changes: Partial<Record<string, Change>> = { CANCELLED: 'cancelled', POSTPONED: 'postponed', FULL: 'full' };

function entryOf(row: ProgrammeRow, chosen: string | null, now: Date): Entry {
  // Of an event without a chosen date, the one that was next when it was kept is followed as long as it is to come.
  const followed = chosen === null ? nextOf(row.then, new Date(row.keptAt)) : at(row.then, chosen);
  const start = chosen ?? followed!.start;
  const known = at(row.now, start);
  const moved = known ? undefined : dateNow(row, start);
  const over = followed !== undefined && isOver(followed, now);
  const base = { eventId: row.eventId, event: row.now.event, chosen, before: null, sequence: row.now.sequence ?? 0 };
  if (row.gone) return { ...base, date: followed ?? nextOf(row.then, now), change: over ? null : 'gone', past: over };
  if (moved) return { ...base, date: moved, change: 'moved', before: start, past: isOver(moved, now) };
  if (known && (chosen !== null || (!isOver(known, now) && stops(known.status)))) {
    const change = known.status === followed?.status ? null : (changes[known.status] ?? null);
    return { ...base, date: known, change, past: isOver(known, now) };
  }
  if (chosen !== null || (!known && !over && row.seenAt !== null)) {
    const date = followed ?? nextOf(row.now, now);
    return { ...base, date, change: over || row.seenAt === null ? null : 'dropped', past: isOver(date, now) };
  }
  const date = nextOf(row.now, now);
  const change = known && known === date && known.status !== followed?.status ? (changes[known.status] ?? null) : null;
  return { ...base, date, change, past: isOver(date, now) };
}

/** Every line of the programme: what is to come by date, then what is over, the latest first. */
export function programme(rows: readonly ProgrammeRow[], now: Date): { coming: Entry[]; past: Entry[] } {
  const entries = rows.flatMap((row) => (row.starts.length ? distinctStarts(row.starts) : [null]).map((start) => entryOf(row, start, now)));
  const byDate = (a: Entry, b: Entry): number => Date.parse(a.date.start) - Date.parse(b.date.start) || (a.eventId < b.eventId ? -1 : 1);
  return {
    coming: entries.filter(({ past }) => !past).sort(byDate),
    past: entries.filter(({ past }) => past).sort((a, b) => byDate(b, a)),
  };
}

/** With this date, or the whole event when null, chosen or no longer; null when nothing of it is kept any more. */
export function toggledStarts(starts: readonly string[] | null, start: string | null): string[] | null {
  if (start === null) return starts === null ? [] : null;
  if (starts === null) return [start];
  const same = (one: string): boolean => Date.parse(one) === Date.parse(start);
  if (!starts.some(same)) return [...starts, start].sort((a, b) => Date.parse(a) - Date.parse(b));
  const left = starts.filter((one) => !same(one));
  return left.length ? left : null;
}

/** The dates that were chosen of two events that are one by now; none, which is all of them, as soon as either says so. */
export function joinedStarts(some: readonly string[], others: readonly string[]): string[] {
  if (!some.length || !others.length) return [];
  return distinctStarts([...some, ...others]);
}

/** In order, each once. */
export function distinctStarts(starts: readonly string[]): string[] {
  const instants = new Map(starts.map((start) => [Date.parse(start), start]));
  return [...instants.entries()].sort(([a], [b]) => a - b).map(([, start]) => start);
}

/** What somebody shared, as it would be kept: each event once, though two of those that were shared may be one by now. */
export function sharedRows(
  shared: ProgrammeQuery['programme'],
  starts: ReadonlyMap<string, string[]>,
  at: number,
): ProgrammeRow[] {
  const rows = new Map<string, ProgrammeRow>();
  for (const { askedFor, event, occurrences, sequence } of shared) {
    const chosen = starts.get(askedFor) ?? [];
    const other = rows.get(event.id);
    const said = { event, occurrences, sequence };
    rows.set(event.id, {
      ...{ eventId: event.id, starts: other ? joinedStarts(other.starts, chosen) : chosen },
      ...{ keptAt: at, seenAt: at, gone: false, then: said, now: said },
    });
  }
  return [...rows.values()];
}

/** Reads what `sharedWords` wrote; what cannot be read is left out. At most 100 events. */
export function sharedFrom(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const part of text.split(',').slice(0, 100)) {
    const [id = '', ...minutes] = part.split('@');
    if (!/^[\w-]{1,64}$/.test(id)) continue;
    const starts = minutes.filter((one) => /^\d{1,10}$/.test(one)).map((one) => new Date(Number(one) * 60_000).toISOString());
    const before = found.get(id);
    found.set(id, before ? joinedStarts(before, starts) : distinctStarts(starts));
  }
  return found;
}

/** The programme in an address: `id,id@29385120`, the chosen dates in minutes since 1970. */
export function sharedWords(rows: readonly Pick<ProgrammeRow, 'eventId' | 'starts'>[]): string {
  return rows.map(({ eventId, starts }) => [eventId, ...starts.map((start) => Date.parse(start) / 60_000)].join('@')).join(',');
}
