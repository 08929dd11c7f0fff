import { chunkBounds, missingRuns, reusableChunks, sha256, type ChunkRun } from './chunks';
import { openPackFile, packFileName, packFolder, partFileName } from './files';
import type { PackManifest } from './manifest';
import type { Order, Report } from './orders';
import { PackProblem } from './problem';

declare const self: DedicatedWorkerGlobalScope;

type Start = Extract<Order, { type: 'start' }>;

/** In Chromium, Firefox and Safari, but not yet in TypeScript's library. */
interface MovableHandle extends FileSystemFileHandle {
  move?(name: string): Promise<void>;
}

const REPORT_EVERY = 100;

const stop = new AbortController();
const report = (message: Report): void => self.postMessage(message);

self.onmessage = ({ data: order }: MessageEvent<Order>): void => {
  if (order.type === 'pause') stop.abort();
  else void run(order);
};

async function run(order: Start): Promise<void> {
  try {
    report({ type: 'done', ...(await download(order)) });
  } catch (error) {
    if (stop.signal.aborted) report({ type: 'paused' });
    else report({ type: 'failed', ...explain(error) });
  }
}

function explain(error: unknown): { reason: PackProblem['reason']; detail: string } {
  if (error instanceof PackProblem) return { reason: error.reason, detail: error.message };
  const name = error instanceof DOMException ? error.name : '';
  const detail = String(error);
  if (name === 'QuotaExceededError') return { reason: 'full', detail };
  if (name === 'NoModificationAllowedError') return { reason: 'busy', detail };
  return { reason: 'offline', detail };
}

async function download({ manifest, url, etag, kept }: Start): Promise<{ fetched: number; reused: number }> {
  const folder = await packFolder();
  const part: MovableHandle = await folder.getFileHandle(partFileName(manifest.id, manifest.version), { create: true });
  const access = await part.createSyncAccessHandle();
  const had = new Set<number>();
  let fetched = 0;
  let reused = 0;
  try {
    const staging = new Staging(access, manifest, had);
    await staging.verifyAll();
    if (kept) reused = await copyKept(staging, kept);
    for (const run of missingRuns(manifest, had)) {
      if (missingRuns(manifest, had).length === 0) break; // A server that ignores ranges has sent everything at once.
      fetched += await fetchRun(staging, run, url, etag);
    }
    access.truncate(manifest.size);
    access.flush();
  } finally {
    access.close();
  }
  await settle(folder, part, manifest);
  return { fetched, reused };
}

/** From here on the file is whole under its final name, or it is not there under it at all. */
async function settle(folder: FileSystemDirectoryHandle, part: MovableHandle, manifest: PackManifest): Promise<void> {
  const name = packFileName(manifest.id, manifest.version);
  if (!part.move) throw new PackProblem('unsupported', 'files cannot be moved');
  try {
    await part.move(name);
  } catch {
    // Some browsers do not move onto a file that is there: a damaged one of the same version, being mended.
    await folder.removeEntry(name);
    await part.move(name);
  }
}

/** The file that is coming in, and which of its chunks are known to be right. */
class Staging {
  private reportedAt = 0;

  constructor(
    private readonly access: FileSystemSyncAccessHandle,
    readonly manifest: PackManifest,
    readonly had: Set<number>,
  ) {}

  write(bytes: Uint8Array<ArrayBuffer>, at: number): void {
    if (this.access.write(bytes, { at }) !== bytes.byteLength) {
      throw new DOMException('short write', 'QuotaExceededError');
    }
  }

  /** Reads the chunk back from the phone: what is verified is what will be opened. */
  async verify(index: number): Promise<boolean> {
    const { from, until } = chunkBounds(this.manifest, index);
    const bytes = new Uint8Array(until - from);
    const right =
      this.access.read(bytes, { at: from }) === bytes.byteLength &&
      (await sha256(bytes)) === this.manifest.sha256[index];
    if (right) this.had.add(index);
    else this.had.delete(index);
    return right;
  }

  /** After a crash nothing is taken on trust: whatever the file holds is hashed again. */
  async verifyAll(): Promise<void> {
    const written = this.access.getSize();
    for (let index = 0; index < this.manifest.sha256.length; index += 1) {
      if (chunkBounds(this.manifest, index).until <= written) await this.verify(index);
    }
    this.progress(true);
  }

  progress(now = false): void {
    if (!now && performance.now() - this.reportedAt < REPORT_EVERY) return;
    this.reportedAt = performance.now();
    let had = 0;
    for (const index of this.had) {
      const { from, until } = chunkBounds(this.manifest, index);
      had += until - from;
    }
    report({ type: 'progress', had, size: this.manifest.size });
  }
}

async function copyKept(staging: Staging, kept: PackManifest): Promise<number> {
  const file = await openPackFile(kept.id, kept.version).catch(() => undefined);
  if (!file) return 0;
  let copied = 0;
  for (const [index, old] of reusableChunks(staging.manifest, kept)) {
    if (staging.had.has(index)) continue;
    const source = chunkBounds(kept, old);
    const bytes = new Uint8Array(await file.slice(source.from, source.until).arrayBuffer());
    staging.write(bytes, chunkBounds(staging.manifest, index).from);
    if (await staging.verify(index)) copied += bytes.byteLength;
  }
  staging.progress(true);
  return copied;
}

async function open(run: ChunkRun, manifest: PackManifest, url: string, etag: string | null): Promise<Response> {
  const whole = run.from === 0 && run.until === manifest.size;
  const headers = new Headers();
  if (!whole) {
    headers.set('Range', `bytes=${run.from}-${run.until - 1}`);
    if (etag) headers.set('If-Range', etag);
  }
  const response = await fetch(url, { signal: stop.signal, cache: 'no-store', headers });
  if (response.status === 404 || response.status === 410) throw new PackProblem('absent', url);
  if (!response.ok || !response.body) throw new PackProblem('offline', `${url}: ${response.status}`);
  return response;
}

/** Fetches one run of chunks; returns the bytes that came over the network. */
async function fetchRun(staging: Staging, run: ChunkRun, url: string, etag: string | null): Promise<number> {
  const { manifest } = staging;
  const response = await open(run, manifest, url, etag);
  const partial = response.status === 206;
  const from = partial ? run.from : 0;
  const until = partial ? run.until : manifest.size;
  if (partial && !response.headers.get('Content-Range')?.startsWith(`bytes ${run.from}-`)) {
    throw new PackProblem('malformed', `${url}: wrong range`);
  }
  report({ type: 'opened', status: response.status, from, etag: response.headers.get('ETag') });
  let at = from;
  let next = Math.floor(from / manifest.chunk);
  const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (at + value.byteLength > until) {
      await reader.cancel();
      throw new PackProblem('corrupt', `${url}: longer than announced`);
    }
    staging.write(value, at);
    at += value.byteLength;
    while (next < manifest.sha256.length && chunkBounds(manifest, next).until <= at) {
      if (!(await staging.verify(next))) {
        await reader.cancel();
        throw new PackProblem('corrupt', `chunk ${next}`);
      }
      next += 1;
      staging.progress();
    }
  }
  if (at < until) throw new PackProblem('offline', `${url}: cut at ${at}`);
  staging.progress(true);
  return at - from;
}
