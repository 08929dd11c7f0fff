/** What is kept of events that became one, and of events that are two again. Pure. */

import { isOver } from '../words/dates';
import { distinctStarts, joinedStarts } from './changes';
import type { ProgrammeRow, Said } from './row';

/** Of a whole event that was kept, so many dates are kept one by one when it becomes part of another. */
const mostDates = 10;

/** The dates that were kept of a row: the chosen ones, else all that were to come then, when they are few and known. */
function datesOf(row: ProgrammeRow): string[] {
  if (row.starts.length || row.seenAt === null) return row.starts;
  const coming = row.then.occurrences.filter((one) => !isOver(one, new Date(row.keptAt)));
  return coming.length <= mostDates ? coming.map(({ start }) => start) : [];
}

function startsOf(rows: readonly ProgrammeRow[], said: Said): string[] {
  const [first, ...others] = rows;
  if (!first) return [];
  if (others.length) return rows.map(datesOf).reduce(joinedStarts);
  const dates = datesOf(first);
  // One date is that one, whatever else the other has; an event of several is followed as it was.
  return first.starts.length || (dates.length === 1 && said.occurrences.length > 1) ? dates : [];
}

function ownRow(row: ProgrammeRow): ProgrammeRow[] {
  return row.own === null ? [] : [{ ...row, starts: row.own ?? row.starts }];
}

/** An event of which `old` became part, as it is kept from now on; `said`: what is said of it. */
export function joinedRow(heir: ProgrammeRow | undefined, old: ProgrammeRow, said: Said): ProgrammeRow {
  const { former: before = [], ...alone } = old;
  const former = [...(heir?.former ?? []), ...before, alone];
  const kept = heir ?? { ...alone, eventId: said.event.id, own: null };
  const own = heir ? (heir.own === undefined ? heir.starts : heir.own) : null;
  const known = new Map([...old.then.occurrences, ...kept.then.occurrences].map((one) => [Date.parse(one.start), one]));
  // What the kept one does not say any more was said once.
  const occurrences = [...known.entries()].sort(([a], [b]) => a - b).map(([, one]) => one);
  const rows = [...(heir ? ownRow(heir) : []), ...former];
  return { ...kept, own, former, starts: distinctStarts(startsOf(rows, said)), then: { ...kept.then, occurrences } };
}

/** The same without one that is an event of its own again; null when nothing else of it was kept. */
export function partedRow(row: ProgrammeRow, id: string): ProgrammeRow | null {
  const former = (row.former ?? []).filter(({ eventId }) => eventId !== id);
  const rows = [...ownRow(row), ...former];
  return rows.length ? { ...row, former, starts: startsOf(rows, row.now) } : null;
}

/** The row of the event in which another one is found today, as far as this phone knows. */
export function heirOf(rows: readonly ProgrammeRow[], id: string): ProgrammeRow | undefined {
  return rows.find(({ former }) => former?.some(({ eventId }) => eventId === id));
}
