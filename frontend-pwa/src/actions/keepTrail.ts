import { changePack, getPack, getPacks, removePack } from '../database/packs';
import { downloadPack, type Download } from '../packs/download';
import { removePackFiles, packFileName, partFileName, openPackFile } from '../packs/files';
import type { PackManifest } from '../packs/manifest';
import { PackProblem, type PackReason } from '../packs/problem';
import { openPack } from '../packs/reader';
import { fetchManifest, packUrl } from '../packs/remote';
import { wrongChunks } from '../packs/verify';
import { keepings, type Keeping } from '../state/kept.svelte';
import { completeOffline, opensOffline } from '../sw-bridge';
import { readKept } from './readKept';

const downloads = new Map<string, Download>();

function show(trailId: string, change: Partial<Keeping>): void {
  keepings[trailId] = { ...(keepings[trailId] ?? { phase: 'asking', had: 0, size: 0, problem: null }), ...change };
}

function reasonOf(error: unknown): PackReason {
  if (error instanceof PackProblem) return error.reason;
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'malformed';
}

/** @throws PackProblem `full` when the phone says that it has less room than the pack needs. */
async function checkRoom(size: number): Promise<void> {
  const { quota, usage } = (await navigator.storage.estimate?.()) ?? {};
  if (quota !== undefined && usage !== undefined && quota - usage < size) {
    throw new PackProblem('full', `${size} bytes for ${quota - usage}`);
  }
}

/** True when the kept file is this version and every byte of it is right. */
async function isWhole(manifest: PackManifest): Promise<boolean> {
  const file = await openPackFile(manifest.id, manifest.version).catch(() => undefined);
  return file !== undefined && (await wrongChunks(file, manifest)).length === 0;
}

/**
 * Keeps a trail on this phone, goes on with a download that was cut, brings a kept one to the server's version, or mends
 * it. Until the new file is whole and opens, the former one stays. Never throws: how it goes is in `keepings`.
 */
export async function keepTrail(trailId: string): Promise<void> {
  const busy = keepings[trailId]?.phase;
  if (busy === 'asking' || busy === 'coming') return;
  show(trailId, { phase: 'asking', problem: null });
  try {
    const manifest = await fetchManifest(trailId);
    // Whole already: the same version asked for again, or a phone that died between the last byte and the switch.
    if (!(await isWhole(manifest))) await bring(trailId, manifest);
    await checkOpens(manifest);
    await settle(trailId, manifest);
    delete keepings[trailId];
  } catch (error) {
    if (error instanceof Paused) {
      show(trailId, { phase: 'paused' });
    } else {
      show(trailId, { phase: 'failed', problem: reasonOf(error) });
      console.warn('keep', error);
    }
  }
  await readKept();
}

class Paused extends Error {}

async function bring(trailId: string, manifest: PackManifest): Promise<void> {
  await checkRoom(manifest.size);
  // Asked at the moment when it makes sense: browsers then throw these files away last, or never.
  await navigator.storage.persist?.().catch(() => false);
  const row = await changePack(trailId, (changed) => {
    const going = changed.incoming?.manifest.version === manifest.version ? changed.incoming : undefined;
    changed.incoming = { manifest, etag: going?.etag ?? null, startedAt: going?.startedAt ?? Date.now() };
  });
  show(trailId, { phase: 'coming', had: 0, size: manifest.size });
  const download = downloadPack(
    {
      manifest,
      url: packUrl(manifest),
      etag: row.incoming?.etag ?? null,
      kept: row.kept?.manifest ?? null,
    },
    {
      onOpened: ({ etag }) =>
        void changePack(trailId, (changed) => {
          if (changed.incoming) changed.incoming.etag = etag;
        }),
      onProgress: (had, size) => show(trailId, { had, size }),
    },
  );
  downloads.set(trailId, download);
  const ended = await download.done.finally(() => downloads.delete(trailId));
  if (ended.type === 'paused') throw new Paused();
}

/** @throws PackProblem when the file does not open, or has no trail in it: then the former version stays. */
async function checkOpens({ id, version }: PackManifest): Promise<void> {
  const pack = await openPack(id, version);
  if (![...pack.index.keys()].some((path) => path.startsWith('answers/Trail.'))) {
    throw new PackProblem('malformed', 'no trail inside');
  }
}

/** The switch: one row of the database. The former file goes after it. */
async function settle(trailId: string, manifest: PackManifest): Promise<void> {
  await changePack(trailId, (row) => {
    const keptAt = row.kept?.manifest.version === manifest.version && !row.incoming ? row.kept.keptAt : Date.now();
    row.kept = { manifest, keptAt };
    delete row.gone;
    delete row.incoming;
    delete row.offered;
  });
  await removePackFiles(trailId, [packFileName(trailId, manifest.version)]);
  void completeOffline();
}

/** What came stays, and a later keepTrail goes on from there. */
export function pauseKeeping(trailId: string): void {
  downloads.get(trailId)?.pause();
}

/** Gives up a download that is not finished; a kept version stays. */
export async function dropKeeping(trailId: string): Promise<void> {
  pauseKeeping(trailId);
  const row = await changePack(trailId, (changed) => delete changed.incoming);
  delete keepings[trailId];
  await removePackFiles(trailId, row.kept ? [packFileName(trailId, row.kept.manifest.version)] : []);
  await readKept();
}

export async function removeTrail(trailId: string): Promise<void> {
  pauseKeeping(trailId);
  await removePack(trailId);
  delete keepings[trailId];
  await removePackFiles(trailId);
  await readKept();
}

/** Which of the parts that a walk needs were found, read from the phone alone. */
export interface KeptTest {
  app: boolean;
  file: boolean;
  texts: boolean;
  map: boolean;
}

export const passes = (test: KeptTest): boolean => test.app && test.file && test.texts && test.map;

/** Opens everything as a phone without network would: the app, every byte of the pack, its texts, its map. */
export async function testTrail(trailId: string): Promise<KeptTest> {
  const manifest = (await getPack(trailId))?.kept?.manifest;
  const test: KeptTest = { app: await opensOffline(), file: false, texts: false, map: false };
  if (!manifest) return test;
  test.file = await isWhole(manifest);
  const pack = await openPack(trailId, manifest.version).catch(() => undefined);
  if (!pack) return test;
  const answers = [...pack.index.keys()].filter((path) => path.startsWith('answers/'));
  const read = await Promise.all(answers.map((path) => pack.json(path).then(isObject, () => false)));
  test.texts = answers.some((path) => path.startsWith('answers/Trail.')) && read.every(Boolean);
  test.map = await pack.json('map/area.json').then(isObject, () => false);
  return test;
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Asks the server which version it has of each kept trail; silent without network. */
export async function lookForUpdates(): Promise<void> {
  for (const row of await getPacks()) {
    if (!row.kept) continue;
    const manifest = await fetchManifest(row.trailId).catch((error: unknown) => reasonOf(error));
    if (manifest === 'gone') await changePack(row.trailId, (changed) => (changed.gone = { seenAt: Date.now() }));
    if (typeof manifest === 'string') continue;
    const { version, size } = manifest;
    await changePack(row.trailId, (changed) => {
      delete changed.gone;
      if (changed.kept?.manifest.version === version) delete changed.offered;
      else changed.offered = { version, size, seenAt: Date.now() };
    });
  }
  await readKept();
}

/** A download whose version differs from both what is kept and what is coming was left by an older app: swept away. */
export async function sweepFiles(): Promise<void> {
  for (const row of await getPacks()) {
    const names = [
      ...(row.kept ? [packFileName(row.trailId, row.kept.manifest.version)] : []),
      ...(row.incoming ? [partFileName(row.trailId, row.incoming.manifest.version)] : []),
    ];
    await removePackFiles(row.trailId, names);
  }
}
