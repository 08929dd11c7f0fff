import { PackProblem } from '../packs/problem';
import { respondWithRange } from '../packs/range';
import { openPack } from '../packs/reader';
import type { PackedPath } from './routes';

/** A file of a kept pack, with 200, 206 or 416; 404 when this phone has no such pack or the pack no such file. */
export async function respondFromPack(request: Request, { trailId, version, path }: PackedPath): Promise<Response> {
  try {
    const blob = (await openPack(trailId, version)).blob(path);
    if (!blob) return new Response(`${path} is not in this pack`, { status: 404 });
    return respondWithRange(blob, blob.type, request.headers.get('Range'));
  } catch (error) {
    if (!(error instanceof PackProblem)) throw error;
    return new Response(error.message, { status: 404 });
  }
}
