import { chunkBounds, sha256 } from './chunks';
import type { Sliceable } from './format';
import type { PackManifest } from './manifest';

/** Hashes every chunk of a file again; the indexes of those that are not what the manifest says, in order. */
export async function wrongChunks(file: Sliceable, manifest: PackManifest): Promise<number[]> {
  const wrong: number[] = [];
  for (let index = 0; index < manifest.sha256.length; index += 1) {
    const { from, until } = chunkBounds(manifest, index);
    const bytes = await file.slice(from, until).arrayBuffer();
    if (bytes.byteLength !== until - from || (await sha256(bytes)) !== manifest.sha256[index]) wrong.push(index);
  }
  if (file.size > manifest.size) wrong.push(manifest.sha256.length);
  return wrong;
}
