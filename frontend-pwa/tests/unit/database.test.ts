// @vitest-environment node
import 'fake-indexeddb/auto';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  ANSWER_LIMIT,
  changePack,
  closeDatabase,
  database,
  forgetOldAnswers,
  getAnswer,
  getPack,
  getPacks,
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
    expect([...db.objectStoreNames].sort()).toEqual(['announcements', 'answers', 'packs', 'settings', 'storyStates']);
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
