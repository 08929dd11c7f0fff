import { PackProblem } from './problem';

/** Where a file stands in the pack, counted from the pack's first byte. */
export interface PackEntry {
  offset: number;
  length: number;
  mime: string;
}

export type PackIndex = ReadonlyMap<string, PackEntry>;

/** A map of more than this is not an index but an error. */
const LARGEST_INDEX = 4 * 1024 * 1024;

/** What can be read by slices: a File of OPFS, or a Blob in a test. */
export interface Sliceable {
  readonly size: number;
  slice(start: number, end: number, type?: string): Blob;
}

/**
 * A pack is `[u32 little-endian: length of the index][index: JSON path → [offset, length, mime]][bodies]`; offsets in
 * the index count from the first body.
 *
 * @throws PackProblem `malformed`.
 */
export async function readIndex(file: Sliceable): Promise<PackIndex> {
  if (file.size < 4) throw new PackProblem('malformed', 'shorter than its header');
  const length = new DataView(await file.slice(0, 4).arrayBuffer()).getUint32(0, true);
  const start = 4 + length;
  if (length > LARGEST_INDEX || start > file.size) throw new PackProblem('malformed', `index of ${length} bytes`);
  let written: unknown;
  try {
    written = JSON.parse(await file.slice(4, start).text());
  } catch {
    throw new PackProblem('malformed', 'index is not JSON');
  }
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    throw new PackProblem('malformed', 'index is not an object');
  }
  const index = new Map<string, PackEntry>();
  for (const [path, value] of Object.entries(written)) index.set(path, readEntry(path, value, start, file.size));
  return index;
}

function readEntry(path: string, value: unknown, start: number, size: number): PackEntry {
  const [offset, length, mime] = Array.isArray(value) ? (value as unknown[]) : [];
  const right =
    Number.isInteger(offset) && Number.isInteger(length) && typeof mime === 'string' &&
    (offset as number) >= 0 && (length as number) >= 0 && start + (offset as number) + (length as number) <= size;
  if (!right) throw new PackProblem('malformed', `entry ${path}`);
  return { offset: start + (offset as number), length: length as number, mime: mime as string };
}

/** The bytes of one entry as a Blob of its type; nothing is read yet. */
export function sliceEntry(file: Sliceable, entry: PackEntry): Blob {
  return file.slice(entry.offset, entry.offset + entry.length, entry.mime);
}
