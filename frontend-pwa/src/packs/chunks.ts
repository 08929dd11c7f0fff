import type { PackManifest } from './manifest';

/** Byte range of a run of chunks: first chunk, one past the last chunk, first byte, one past the last byte. */
export interface ChunkRun {
  first: number;
  end: number;
  from: number;
  until: number;
}

type Sizes = Pick<PackManifest, 'size' | 'chunk' | 'sha256'>;

export function chunkBounds(manifest: Sizes, index: number): { from: number; until: number } {
  const from = index * manifest.chunk;
  return { from, until: Math.min(from + manifest.chunk, manifest.size) };
}

/** The runs of consecutive chunks that are not yet had, in order: one request each. */
export function missingRuns(manifest: Sizes, had: ReadonlySet<number>): ChunkRun[] {
  const runs: ChunkRun[] = [];
  for (let index = 0; index < manifest.sha256.length; index += 1) {
    if (had.has(index)) continue;
    const { from, until } = chunkBounds(manifest, index);
    const last = runs.at(-1);
    if (last && last.end === index) {
      last.end = index + 1;
      last.until = until;
    } else {
      runs.push({ first: index, end: index + 1, from, until });
    }
  }
  return runs;
}

/** Chunks of a new version that the kept one already holds, wherever they stand: new index → old index. */
export function reusableChunks(next: Sizes, kept: Sizes): Map<number, number> {
  const reusable = new Map<number, number>();
  const size = (manifest: Sizes, index: number): number => {
    const { from, until } = chunkBounds(manifest, index);
    return until - from;
  };
  const held = new Map<string, number>();
  kept.sha256.forEach((hash, index) => held.set(hash, index));
  next.sha256.forEach((hash, index) => {
    const old = held.get(hash);
    if (old !== undefined && size(next, index) === size(kept, old)) reusable.set(index, old);
  });
  return reusable;
}

export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
