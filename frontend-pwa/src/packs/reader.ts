import { listPackFiles, openPackFile, type PackFile } from './files';
import { readIndex, sliceEntry, type PackIndex } from './format';

/** A whole pack on this phone, open for reading. */
export class OpenPack {
  constructor(
    readonly trailId: string,
    readonly version: string,
    readonly file: File,
    readonly index: PackIndex,
  ) {}

  /** The entry's bytes, typed; undefined when the pack has no such path. */
  blob(path: string): Blob | undefined {
    const entry = this.index.get(path);
    return entry && sliceEntry(this.file, entry);
  }

  async json<Value = unknown>(path: string): Promise<Value | undefined> {
    const blob = this.blob(path);
    return blob && (JSON.parse(await blob.text()) as Value);
  }
}

const indexes = new Map<string, { stamp: string; index: PackIndex }>();

/** Reads the index once per file: a pack never changes under its name, but may be removed and come back. */
async function indexOf(name: string, file: File): Promise<PackIndex> {
  const stamp = `${file.size} ${file.lastModified}`;
  const known = indexes.get(name);
  if (known?.stamp === stamp) return known.index;
  const index = await readIndex(file);
  indexes.set(name, { stamp, index });
  return index;
}

/** @throws PackProblem `missing`, `malformed`, `unsupported`. */
export async function openPack(trailId: string, version: string): Promise<OpenPack> {
  const file = await openPackFile(trailId, version);
  return new OpenPack(trailId, version, file, await indexOf(file.name, file));
}

async function openListed(listed: PackFile): Promise<OpenPack | undefined> {
  try {
    const file = await listed.handle.getFile();
    return new OpenPack(listed.trailId, listed.version, file, await indexOf(file.name, file));
  } catch {
    return undefined; // Removed since it was listed, or damaged: the other packs may still help.
  }
}

/** Every whole pack on this phone that can be read, without the database: for the service worker. */
export async function openWholePacks(): Promise<OpenPack[]> {
  const listed = (await listPackFiles()).filter((file) => file.whole);
  return (await Promise.all(listed.map(openListed))).filter((pack) => pack !== undefined);
}
