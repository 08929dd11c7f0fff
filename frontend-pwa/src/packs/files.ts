import { PackProblem } from './problem';

/**
 * The pack files in the origin's private file system: `packs/<trail id>.<version>.pack` once whole,
 * `….part` while it is coming. The name carries the version, so that two versions never mix.
 */
const FOLDER = 'packs';
const NAME = /^([\w-]+)\.(\w[\w.-]*)\.(pack|part)$/;

export interface PackFile {
  trailId: string;
  version: string;
  whole: boolean;
  handle: FileSystemFileHandle;
}

export const packFileName = (trailId: string, version: string): string => `${trailId}.${version}.pack`;
export const partFileName = (trailId: string, version: string): string => `${trailId}.${version}.part`;

export async function packFolder(): Promise<FileSystemDirectoryHandle> {
  if (!('storage' in navigator) || typeof navigator.storage.getDirectory !== 'function') {
    throw new PackProblem('unsupported', 'no origin private file system');
  }
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

export async function listPackFiles(): Promise<PackFile[]> {
  const found: PackFile[] = [];
  for await (const handle of (await packFolder()).values()) {
    const match = handle.kind === 'file' ? NAME.exec(handle.name) : null;
    if (!match) continue;
    found.push({
      trailId: match[1] as string,
      version: match[2] as string,
      whole: match[3] === 'pack',
      handle: handle as FileSystemFileHandle,
    });
  }
  return found;
}

/** @throws PackProblem `missing`. */
export async function openPackFile(trailId: string, version: string): Promise<File> {
  try {
    return await (await (await packFolder()).getFileHandle(packFileName(trailId, version))).getFile();
  } catch (error) {
    if (error instanceof PackProblem) throw error;
    throw new PackProblem('missing', packFileName(trailId, version));
  }
}

/** Removes the files of a trail that `keep` does not name; those in use elsewhere stay until the next time. */
export async function removePackFiles(trailId: string, keep: readonly string[] = []): Promise<void> {
  const folder = await packFolder();
  for (const file of await listPackFiles()) {
    if (file.trailId !== trailId || keep.includes(file.handle.name)) continue;
    await folder.removeEntry(file.handle.name).catch(() => undefined);
  }
}
