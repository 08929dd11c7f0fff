/** Who answers a request, decided from its address alone. */
export type Handler = 'network' | 'shell' | 'file' | 'pack' | 'media';

/** The server's own: never the shell's, whatever way they are asked for. */
const SERVER = /^\/(graphql|admin|static|documents|healthz)(\/|$)/;
/** The sound of a story comes out of a kept pack; other uploads are the admin's business. */
const SOUND = new Set(['audio', 'video']);
const PACKED = /^\/packs\/([\w-]+)\/(\w[\w.-]*)\/(.+)$/;

export interface PackedPath {
  trailId: string;
  version: string;
  path: string;
}

/** `/packs/<trail id>/<version>/<path>`: a file inside a pack. The pack itself and its manifest are the server's. */
export function packedPath(pathname: string): PackedPath | undefined {
  const match = PACKED.exec(pathname);
  if (!match) return undefined;
  const [, trailId, version, path] = match as unknown as [string, string, string, string];
  try {
    return { trailId, version, path: decodeURIComponent(path) };
  } catch {
    return undefined;
  }
}

/** A navigation to something with an extension (`/agenda.ics`, `/sitemap.xml`) wants that file, not the app. */
const isFile = (pathname: string): boolean => /\.[a-z0-9]{2,5}$/i.test(pathname.slice(pathname.lastIndexOf('/') + 1));

export function handlerOf(
  request: { method: string; mode: string; destination: string },
  url: URL,
  origin: string,
  isPrecached: (path: string) => boolean,
): Handler {
  if (request.method !== 'GET' || url.origin !== origin) return 'network';
  const { pathname } = url;
  if (SERVER.test(pathname)) return 'network';
  if (pathname.startsWith('/packs/')) return packedPath(pathname) ? 'pack' : 'network';
  if (pathname.startsWith('/img/')) return 'media';
  if (pathname.startsWith('/media/')) return SOUND.has(request.destination) ? 'media' : 'network';
  if (request.mode === 'navigate') return isFile(pathname) && pathname !== '/index.html' ? 'network' : 'shell';
  return isPrecached(pathname) ? 'file' : 'network';
}
