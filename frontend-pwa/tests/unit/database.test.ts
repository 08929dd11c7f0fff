// @vitest-environment node
import 'fake-indexeddb/auto';

import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  ANSWER_LIMIT,
  changePack,
  changeProgramme,
  closeDatabase,
  database,
  forgetOldAnswers,
  getAnswer,
  getPack,
  getPacks,
  getProgramme,
  getSetting,
  getStoryState,
  putAnswer,
  putSetting,
  putStoryState,
} from '../../src/database';
import { DATABASE_NAME } from '../../src/database/database';
import { migrations } from '../../src/database/migrations';
import type { PackManifest } from '../../src/packs/manifest';
import { initialState } from '../../src/triggers/match';

const manifest: PackManifest = {
  id: '12',
  version: 'v1',
  size: 10,
  chunk: 1024,
  sha256: ['0'.repeat(64)],
  name: { fr: 'Balade' },
  builtAt: '2026-11-25T10:00:00Z',
  validUntil: null,
  files: 1,
};

beforeEach(closeDatabase);
afterEach(async () => {
  await closeDatabase();
  await new Promise((resolve) => (indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = resolve));
});

describe('migrations', () => {
  it('give a new phone every store at the last version', async () => {
    const db = await database();
    expect(db.version).toBe(migrations.length);
    expect([...db.objectStoreNames].sort()).toEqual(['announcements', 'answers', 'packs', 'programme', 'settings', 'storyStates']);
  });

  it('keep what was there when the app starts again', async () => {
    await putSetting('walker', 'slow');
    await closeDatabase();
    expect(await getSetting('walker')).toBe('slow');
  });
});

describe('answers', () => {
  it('come back with the moment they were seen', async () => {
    await putAnswer('Trail {"id":"12"}', { trail: { id: '12' } }, 1000);
    expect(await getAnswer('Trail {"id":"12"}')).toEqual({ data: { trail: { id: '12' } }, seenAt: 1000 });
    expect(await getAnswer('Trail {"id":"13"}')).toBeUndefined();
  });

  it('are forgotten from the one seen longest ago', async () => {
    for (const [key, seenAt] of [
      ['b', 20],
      ['a', 10],
      ['c', 30],
    ] as const)
      await putAnswer(key, key, seenAt);
    expect(await forgetOldAnswers(2)).toBe(1);
    expect([await getAnswer('a'), (await getAnswer('b'))?.data, (await getAnswer('c'))?.data]).toEqual([undefined, 'b', 'c']);
    expect(await forgetOldAnswers(2)).toBe(0);
  });

  it('stay bounded while they are written', async () => {
    for (let index = 0; index < 450; index += 1) await putAnswer(`key ${index}`, index, index);
    expect(await (await database()).count('answers')).toBeLessThan(ANSWER_LIMIT + 25);
    expect(await getAnswer('key 20')).toBeUndefined();
    expect((await getAnswer('key 50'))?.data).toBe(50);
  });
});

describe('packs', () => {
  it('switch from the old version to the new one in one row', async () => {
    await changePack('12', (row) => (row.kept = { manifest, keptAt: 1 }));
    await changePack('12', (row) => (row.incoming = { manifest: { ...manifest, version: 'v2' }, etag: null, startedAt: 2 }));
    expect((await getPack('12'))?.kept?.manifest.version).toBe('v1');
    await changePack('12', (row) => {
      row.kept = { manifest: row.incoming!.manifest, keptAt: 3 };
      delete row.incoming;
    });
    expect(await getPacks()).toEqual([{ trailId: '12', kept: { manifest: { ...manifest, version: 'v2' }, keptAt: 3 } }]);
  });

  it('leave no empty row behind', async () => {
    await changePack('12', (row) => (row.incoming = { manifest, etag: null, startedAt: 2 }));
    await changePack('12', (row) => delete row.incoming);
    expect(await getPacks()).toEqual([]);
  });
});

describe('story states', () => {
  it('survive a restart', async () => {
    const engine = { ...initialState(), fired: { '31': 5 } };
    const state = { storyId: '3', engine, answered: { '31': 0 }, current: '31', savedAt: 1 };
    await putStoryState(state);
    await closeDatabase();
    expect(await getStoryState('3')).toEqual(state);
  });
});

describe('programme', () => {
  const said = { event: { id: 'e1' }, occurrences: [] } as never;
  const row = { eventId: 'e1', starts: [], keptAt: 1, seenAt: null, gone: false, then: said, now: said };

  it('survives an app that was updated from before it existed', async () => {
    const before = await openDB(DATABASE_NAME, 1, { upgrade: (db) => migrations[0]!(db as never) });
    await before.put('settings', 'slow', 'walker');
    before.close();
    expect(await getSetting('walker')).toBe('slow');
    await changeProgramme('e1', () => row);
    await closeDatabase();
    expect(await getProgramme()).toEqual([row]);
  });

  it('leaves a row alone, changes it or lets it go', async () => {
    await changeProgramme('e1', () => undefined);
    expect(await getProgramme()).toEqual([]);
    await changeProgramme('e1', () => row);
    await changeProgramme('e1', (known) => known && { ...known, gone: true });
    expect(await getProgramme()).toEqual([{ ...row, gone: true }]);
    await changeProgramme('e1', () => null);
    expect(await getProgramme()).toEqual([]);
  });
});
