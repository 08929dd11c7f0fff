import { ApiError, request } from '../api/client';
import { changeProgramme, getProgramme } from '../database/programme';
import { ProgrammeDocument, type EventCardFieldsFragment, type Language, type ProgrammeQuery } from '../generated/graphql';
import { dateNow, distinctStarts, toggledStarts } from '../programme/changes';
import { heirOf, joinedRow, partedRow } from '../programme/joining';
import type { ProgrammeRow, Said } from '../programme/row';
import { programmeState } from '../state/programme.svelte';
import type { Opener } from './ask.svelte';
import { open } from './open';
import { keepEventPage } from './openThings';
import { readProgramme } from './readProgramme';

const atOnce = 100;
/** A page that was heard this lately need not be asked again each time the list is opened. */
const pageStays = 3_600_000;

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

async function changing(change: () => Promise<void>): Promise<void> {
  programmeState.problem = null;
  try {
    await change();
  } catch (error) {
    programmeState.problem = isFull(error) ? 'full' : 'failed';
    console.warn('programme', error);
  }
  await readProgramme().catch(() => undefined);
}

function newRow(event: EventCardFieldsFragment, starts: string[]): ProgrammeRow {
  const { start, end, allDay, status, movedFrom } = event;
  // Plain values: what a component holds may be a proxy, which no database can keep.
  const plain = JSON.parse(JSON.stringify(event)) as EventCardFieldsFragment;
  const said: Said = { event: plain, occurrences: [{ start, end, allDay, status, movedFrom, note: null }] };
  return { eventId: event.id, starts, keptAt: Date.now(), seenAt: null, gone: false, then: said, now: said };
}

/**
 * Keeps an event, or one date of it, on this phone, or no longer. Never throws: `programmeState.problem` says why it
 * did not hold. All that the server knows of it is kept too, as soon as there is network.
 */
export async function toggleKept(event: EventCardFieldsFragment, start: string | null, language: Language): Promise<void> {
  let kept = false;
  await changing(() =>
    changeProgramme(event.id, (row) => {
      const starts = toggledStarts(row?.starts ?? null, start);
      kept = starts !== null;
      // Who chooses anew has seen that two are one.
      return starts && { ...(row ?? newRow(event, starts)), starts, former: undefined, own: undefined };
    }),
  );
  if (!kept || programmeState.problem) return;
  // Asked at the moment when it makes sense: browsers then throw this away last, or never.
  await navigator.storage?.persist?.().catch(() => false);
  await refreshProgramme(language, [event.id]);
}

export async function removeKept(eventId: string, start: string | null): Promise<void> {
  await changing(() =>
    changeProgramme(eventId, (row) => {
      const starts = row && (start === null ? null : toggledStarts(row.starts, start));
      return row && starts ? { ...row, starts, former: undefined, own: undefined } : null;
    }),
  );
}

/** Forgets what changed: what is said now is what was known. */
export async function acknowledge(eventId: string): Promise<void> {
  await changing(() =>
    changeProgramme(eventId, (row) => {
      if (!row) return undefined;
      const moved = (start: string): string => dateNow(row, start)?.start ?? start;
      const own = row.own && distinctStarts(row.own.map(moved));
      return { ...row, own, starts: distinctStarts(row.starts.map(moved)), keptAt: Date.now(), then: row.now };
    }),
  );
}

/** Asks the server what has become of what is kept; silent without network. */
export async function refreshProgramme(language: Language, only?: string[]): Promise<void> {
  const idsOf = ({ eventId, former }: ProgrammeRow): string[] => [eventId, ...(former ?? []).map((one) => one.eventId)];
  const ids = only ?? [...new Set((await getProgramme()).flatMap(idsOf))];
  const pages: string[] = [];
  for (let first = 0; first < ids.length; first += atOnce) {
    const asked = ids.slice(first, first + atOnce);
    const answer = await request(ProgrammeDocument, { events: asked, language }).catch(() => undefined);
    if (!answer) break;
    pages.push(...answer.programme.map(({ event }) => event.id));
    const said = new Map(answer.programme.map((one) => [one.askedFor, one]));
    await changing(async () => {
      for (const id of asked) {
        const now = said.get(id);
        if (now && now.event.id !== id) await keepHeir(id, now);
        else if (now && (await isFormer(id))) await keepApart(id, now);
        else await changeProgramme(id, (row) => row && told(row, now));
      }
    });
  }
  await keepPages(pages, language);
}

/** What a touch on a kept event opens is there without network as well, though nobody opened it before. */
async function keepPages(events: string[], language: Language): Promise<void> {
  const kept = new Set((await getProgramme()).map(({ eventId }) => eventId));
  for (const eventId of new Set(events)) {
    if (!kept.has(eventId)) continue;
    try {
      // One after the other: they are for later, and somebody may be reading now.
      await keepEventPage(eventId, language, Date.now() - pageStays);
    } catch (error) {
      console.warn('programme', error);
      // Without network, or on a full phone, the next one would fare no better.
      if (!(error instanceof ApiError) || error.kind === 'offline') return;
    }
  }
}

/** Of an event that became part of another, the other is kept, with the dates that were chosen of either. */
async function keepHeir(id: string, said: Said): Promise<void> {
  const old = (await getProgramme()).find(({ eventId }) => eventId === id);
  if (!old) return;
  await changeProgramme(said.event.id, (row) => {
    const { then, ...joined } = joinedRow(row && told(row, said), old, said);
    return { ...told({ ...joined, then }, said), then };
  });
  // Last: whatever fails before leaves the one that is kept.
  await changeProgramme(id, () => null);
}

async function isFormer(id: string): Promise<boolean> {
  return heirOf(await getProgramme(), id) !== undefined;
}

/** An event that was part of another is its own again: what was kept of it is kept of it again. */
async function keepApart(id: string, said: Said): Promise<void> {
  const heir = heirOf(await getProgramme(), id);
  const old = heir?.former?.find(({ eventId }) => eventId === id);
  if (!heir || !old) return;
  // First: whatever fails after leaves both.
  await changeProgramme(id, (row) => told(row ?? old, said));
  await changeProgramme(heir.eventId, (row) => row && partedRow(row, id));
}

function told(row: ProgrammeRow, said: Said | undefined): ProgrammeRow {
  const seenAt = Date.now();
  if (!said) return { ...row, seenAt, gone: true };
  // The first full answer is what was known when it was kept: the list had one date only.
  return { ...row, seenAt, gone: false, then: row.seenAt === null ? said : row.then, now: said };
}

/** A programme that somebody else made. */
export function openShared(events: string[], language: Language): Opener<ProgrammeQuery> {
  const question = { operation: 'Programme', document: ProgrammeDocument, variables: { events, language } };
  return (tell, signal) => void open(question, tell, signal);
}

/** Keeps a programme that somebody else made, as `sharedRows` gives it; what is kept already stays as it is. */
export async function keepShared(shared: ProgrammeRow[]): Promise<void> {
  await changing(async () => {
    for (const one of shared) {
      // Plain values: what a component holds may be a proxy, which no database can keep.
      const plain = JSON.parse(JSON.stringify(one)) as ProgrammeRow;
      await changeProgramme(one.eventId, (row) => (row ? undefined : { ...plain, keptAt: Date.now() }));
    }
  });
}
