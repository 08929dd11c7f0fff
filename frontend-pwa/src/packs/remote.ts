import { readManifest, type PackManifest } from './manifest';
import { PackProblem } from './problem';

export const packUrl = (manifest: Pick<PackManifest, 'id' | 'version'>): string =>
  `/packs/${encodeURIComponent(manifest.id)}/${encodeURIComponent(manifest.version)}.pack`;

/** @throws PackProblem `offline`, `absent`, `gone`, `malformed`. */
export async function fetchManifest(trailId: string, signal?: AbortSignal): Promise<PackManifest> {
  const url = `/packs/${encodeURIComponent(trailId)}/manifest.json`;
  let written: unknown;
  try {
    const response = await fetch(url, { cache: 'no-cache', ...(signal && { signal }) });
    if (response.status === 410) throw new PackProblem('gone', url);
    if (response.status === 404) throw new PackProblem('absent', url);
    if (!response.ok) throw new PackProblem('offline', `${url}: ${response.status}`);
    written = await response.json();
  } catch (error) {
    if (error instanceof PackProblem) throw error;
    // A captive portal answers 200 with its own page: as good as no network.
    throw new PackProblem('offline', `${url}: ${String(error)}`);
  }
  const manifest = readManifest(written);
  if (manifest.id !== trailId) throw new PackProblem('malformed', `manifest of ${manifest.id} for ${trailId}`);
  return manifest;
}
