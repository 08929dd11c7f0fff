// @vitest-environment node
import 'fake-indexeddb/auto';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { refreshProgramme, toggleKept } from '../../../src/actions/keepEvent';
import type { Told } from '../../../src/actions/open';
import { openEvent } from '../../../src/actions/openThings';
import { closeDatabase } from '../../../src/database';
import { DATABASE_NAME } from '../../../src/database/database';
import { getProgramme } from '../../../src/database/programme';
import { heirOf } from '../../../src/programme/joining';
import { EventDocument, ProgrammeDocument, type EventCardFieldsFragment } from '../../../src/generated/graphql';

/** Of each event, what its page says; null: withdrawn. */
let pages: Record<string, object | null> = {};
/** Under which id the programme knows an event that became part of another. */
let heirs: Record<string, string> = {};
/** Beginnings of the dates of each event. */
let dates: Record<string, string[]> = {};
let down = false;
let asked: string[] = [];

const hashOf = (document: { __meta__?: Record<string, unknown> }) => String(document.__meta__!['hash']).replace('sha256:', '');
const card = (id: string) => ({ id, name: `Event ${id}`, start: '2026-12-01T10:00:00Z', end: null }) as EventCardFieldsFragment;

const occurrence = (start: string) => ({ start, end: null, allDay: false, status: 'SCHEDULED', movedFrom: null, note: null });

async function answer(url: string): Promise<Response> {
  if (down) throw new TypeError('Failed to fetch');
  const query = new URL(url, 'https://example.org').searchParams;
  const variables = JSON.parse(query.get('variables')!) as { id: string; events: string[] };
  if (query.get('id') === hashOf(ProgrammeDocument)) {
    const programme = variables.events.map((id) => ({ askedFor: id, event: card(heirs[id] ?? id), occurrences: (dates[heirs[id] ?? id] ?? []).map(occurrence) }));
    return Response.json({ data: { programme } });
  }
  expect(query.get('id')).toBe(hashOf(EventDocument));
  asked.push(variables.id);
  const event = pages[variables.id];
  return event ? Response.json({ data: { event } }) : Response.json({ errors: [{ message: 'gone', extensions: { code: 'GONE' } }] });
}

beforeEach(() => {
  [pages, heirs, dates, down, asked] = [{ a: { id: 'a', text: 'Bal' }, b: { id: 'b', text: 'Loto' } }, {}, {}, false, []];
  vi.stubGlobal('fetch', answer);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await closeDatabase();
  await new Promise((resolve) => (indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = resolve));
});

/** What a touch on it shows in the end. */
function opened(id: string): Promise<unknown> {
  return new Promise((resolve) => {
    const tell = (told: Told<unknown>): void => {
      if ('error' in told) resolve(told.error.kind);
      else if (told.answer.fresh || told.answer.failure) resolve((told.answer.data as { event: unknown }).event);
    };
    openEvent(id, 'fr', new Date('2026-11-26T12:00:00Z'))(tell, new AbortController().signal);
  });
}

describe('an event that is kept', () => {
  it('opens without network though its page was never opened', async () => {
    await toggleKept(card('a'), null, 'fr');
    down = true;
    expect(await opened('a')).toEqual(pages['a']);
    expect(await opened('b')).toBe('offline');
  });

  it('and was kept without network has its page once the programme is read with network', async () => {
    down = true;
    await toggleKept(card('a'), null, 'fr');
    await toggleKept(card('b'), null, 'fr');
    down = false;
    await refreshProgramme('fr');
    down = true;
    expect([await opened('a'), await opened('b')]).toEqual([pages['a'], pages['b']]);
  });

  it('is not asked for again within the hour, and then is', async () => {
    await toggleKept(card('a'), null, 'fr');
    await refreshProgramme('fr');
    expect(asked).toEqual(['a']);
    const later = Date.now() + 3_700_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    pages['a'] = { id: 'a', text: 'Grand bal' };
    await refreshProgramme('fr');
    down = true;
    expect(await opened('a')).toEqual(pages['a']);
  });

  it('and became part of another has the page of the other; one that is gone does not keep the next from coming', async () => {
    down = true;
    await toggleKept(card('old'), null, 'fr');
    await toggleKept(card('b'), null, 'fr');
    await toggleKept(card('aa'), null, 'fr');
    down = false;
    heirs['old'] = 'a';
    await refreshProgramme('fr');
    down = true;
    expect([await opened('a'), await opened('b'), await opened('aa')]).toEqual([pages['a'], pages['b'], 'offline']);
  });

  it('and became part of another is kept under the other, with the dates that were chosen of both', async () => {
    const [friday, saturday] = ['2026-12-04T10:00:00.000Z', '2026-12-05T10:00:00.000Z'];
    down = true;
    await toggleKept(card('old'), friday!, 'fr');
    await toggleKept(card('a'), saturday!, 'fr');
    await toggleKept(card('older'), friday!, 'fr');
    down = false;
    heirs = { old: 'a', older: 'b' };
    await refreshProgramme('fr');
    expect((await getProgramme()).map(({ eventId, starts, gone }) => [eventId, starts, gone])).toEqual([
      ['a', [friday, saturday], false],
      ['b', [friday], false],
    ]);
  });

  it('keeps its one date when it becomes part of one that has others, and is itself again when the two are parted', async () => {
    const [thursday, sunday] = ['2099-12-03T17:30:00Z', '2099-12-06T15:30:00Z'];
    dates = { a: [thursday!, sunday!], old: [sunday!] };
    await toggleKept(card('a'), thursday!, 'fr');
    await toggleKept(card('old'), null, 'fr');
    heirs = { old: 'a' };
    await refreshProgramme('fr');
    const kept = async () => (await getProgramme()).map(({ eventId, starts }) => [eventId, starts.map((one) => Date.parse(one))]);
    expect(await kept()).toEqual([['a', [thursday, sunday].map((one) => Date.parse(one!))]]);
    expect(heirOf(await getProgramme(), 'old')?.eventId).toBe('a');
    heirs = {};
    await refreshProgramme('fr');
    expect(await kept()).toEqual([
      ['a', [Date.parse(thursday!)]],
      ['old', []],
    ]);
    expect(heirOf(await getProgramme(), 'old')).toBeUndefined();
  });

  it('is no more kept as another once the two are parted, which was not kept itself', async () => {
    dates = { a: ['2099-12-03T17:30:00Z', '2099-12-06T15:30:00Z'], old: ['2099-12-06T15:30:00Z'] };
    await toggleKept(card('old'), null, 'fr');
    heirs = { old: 'a' };
    await refreshProgramme('fr');
    expect((await getProgramme()).map(({ eventId, starts }) => [eventId, starts])).toEqual([['a', dates['old']]]);
    heirs = {};
    await refreshProgramme('fr');
    expect((await getProgramme()).map(({ eventId, starts }) => [eventId, starts])).toEqual([['old', []]]);
  });

  it('no longer leaves nothing to be fetched', async () => {
    await toggleKept(card('a'), null, 'fr');
    await toggleKept(card('a'), null, 'fr');
    asked = [];
    await refreshProgramme('fr');
    expect(asked).toEqual([]);
  });
});
