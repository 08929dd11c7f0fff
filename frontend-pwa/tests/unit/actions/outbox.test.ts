// @vitest-environment node
import 'fake-indexeddb/auto';

import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { newDraft, sendFinished, sendNow } from '../../../src/actions/announcements';
import { startOutbox } from '../../../src/actions/outbox';
import { closeDatabase, getAnnouncement } from '../../../src/database';
import { DATABASE_NAME } from '../../../src/database/database';

let down = true;
/** Seconds since the start, of each time the server was asked. */
let tried: number[] = [];
let start = 0;

beforeEach(() => {
  // The database of these tests lives on setImmediate, which stays.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  [down, tried, start] = [true, [], Date.now()];
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', (path: string) => {
    if (path.endsWith('/proof')) tried.push(Math.round((Date.now() - start) / 1000));
    if (down) return Promise.resolve(new Response('dead', { status: 502 }));
    return Promise.resolve(path.endsWith('/proof') ? Response.json({ stamp: 's', bits: 1 }) : Response.json({ state: 'WAITING' }, { status: 201 }));
  });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterEach(async () => {
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await closeDatabase();
  await new Promise((resolve) => (indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = resolve));
});

/** Lets what is on its way in the database come to its end. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 10) {
    await vi.advanceTimersByTimeAsync(10_000);
    await settled();
  }
}

it('an announcement that met a dead server is tried again while the app stays open, less and less often, until it went', async () => {
  startOutbox();
  await settled();
  const row = newDraft('fr');
  expect((await sendFinished(row)).kind).toBe('offline');
  await pass(220);
  expect(tried).toEqual([0, 30, 90, 210]);
  down = false;
  await pass(240);
  expect((await getAnnouncement(row.id))?.state).toBe('sent');
  await pass(1200);
  expect(tried).toEqual([0, 30, 90, 210, 450]);
});

it('who sends it by hand meanwhile has it tried again soon, and once', async () => {
  const row = newDraft('fr');
  await sendFinished(row);
  await pass(100);
  expect((await sendNow(row.id)).kind).toBe('offline');
  await pass(50);
  expect(tried).toEqual([0, 30, 90, 100, 130]);
});
