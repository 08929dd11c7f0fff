import { openWholePacks } from '../packs/reader';

/** One file of the build: its path, and a hash of its bytes when its name does not already carry one. */
export type PrecachedFile = readonly [path: string, revision: string | null];

/** Filled in by vite/serviceWorker.ts. */
declare const __SHELL__: readonly PrecachedFile[];
declare const __LATER__: readonly PrecachedFile[];
declare const __VERSION__: string;

const PREFIX = 'shell-';

/** Needed before the first page can open without network. */
export const shell = __SHELL__;
/** The map and its data: fetched once the app is up, so that the first visit does not wait for it. */
export const later = __LATER__;
export const shellName = PREFIX + __VERSION__;

const precached = new Set([...shell, ...later].map(([path]) => path));
const ROOT = '/index.html';
const BASE_MAP = '/map/base.json';

const olderCaches = async (): Promise<Cache[]> => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== shellName);
  return Promise.all(names.map((name) => caches.open(name)));
};

/** A file whose name carries its hash is taken from an older version where one has it. */
async function held(file: PrecachedFile, older: readonly Cache[]): Promise<Response | undefined> {
  if (file[1] !== null) return undefined;
  for (const cache of older) {
    const response = await cache.match(file[0]);
    if (response) return response;
  }
  return undefined;
}

async function store(cache: Cache, file: PrecachedFile, older: readonly Cache[]): Promise<void> {
  const [path, revision] = file;
  if (await cache.match(path)) return;
  const copy = await held(file, older);
  const response = copy ?? (await fetch(new Request(path, { cache: revision === null ? 'default' : 'no-cache' })));
  if (!response.ok) throw new Error(`precache ${path}: ${response.status}`);
  await cache.put(path, response.redirected ? new Response(response.body, response) : response);
}

/** Marks a cache that holds the files of `later` too. */
const COMPLETE = '/.complete';

async function storeLater(cache: Cache, older: readonly Cache[]): Promise<void> {
  for (const file of later) await store(cache, file, older);
  await cache.put(COMPLETE, new Response(null));
}

/** All or nothing: a version that cannot be had whole is not installed, and the former one stays. */
export async function installShell(): Promise<void> {
  const [cache, older] = await Promise.all([caches.open(shellName), olderCaches()]);
  await Promise.all(shell.map((file) => store(cache, file, older)));
  const marks = await Promise.all(older.map((old) => old.match(COMPLETE)));
  // Who had the map offline keeps it offline across an update.
  if (marks.some((mark) => mark !== undefined)) await storeLater(cache, older);
}

/** Fetches what the first visit did not wait for. Throws when the network gives way; what came is kept. */
export async function completeShell(): Promise<void> {
  const [cache, older] = await Promise.all([caches.open(shellName), olderCaches()]);
  if (!(await cache.match(COMPLETE))) await storeLater(cache, older);
}

export async function removeOlderShells(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== shellName) await caches.delete(name);
  }
}

export const isPrecached = (path: string): boolean => precached.has(path);

/** The file of this version, from the phone or, when it is one of `later` and not there yet, from the network. */
export async function fromShell(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(shellName);
  const hit = await cache.match(path, { ignoreVary: true });
  if (hit) return hit;
  const response = await fetch(request).catch((error: unknown) => {
    if (path === BASE_MAP) return areaMap(error);
    throw error;
  });
  if (response.ok && response.status === 200) await cache.put(path, response.clone());
  return response;
}

/** A kept pack carries the map of its area in the same shape: enough to draw it when the whole map has not come. */
async function areaMap(reason: unknown): Promise<Response> {
  for (const pack of await openWholePacks().catch(() => [])) {
    const area = pack.blob('map/area.json');
    if (area) return new Response(area, { status: 203, headers: { 'Content-Type': area.type } });
  }
  throw reason;
}

/** The one page that every screen starts from. */
export async function openShell(request: Request): Promise<Response> {
  const hit = await (await caches.open(shellName)).match(ROOT, { ignoreVary: true });
  return hit ?? fetch(request);
}
