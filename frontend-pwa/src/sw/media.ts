import { respondWithRange } from '../packs/range';
import { openWholePacks } from '../packs/reader';

const NAME = 'images';
/** Some 40 kB each: about 12 MB, which a phone does not notice. */
const LIMIT = 300;
const TIDY_EVERY = 20;

let added = 0;

/** `<hash>-<width>.webp`: a pack may hold the picture at another width, which is better than an empty frame. */
const sameImage = (path: string, name: string): boolean => {
  const hash = name.slice(0, name.lastIndexOf('-') + 1);
  return hash !== '' && path.startsWith(`media/${hash}`);
};

async function fromPacks(pathname: string): Promise<Blob | undefined> {
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  const packs = await openWholePacks().catch(() => []);
  for (const pack of packs) {
    const blob = pack.blob(`media/${name}`);
    if (blob) return blob;
  }
  for (const pack of packs) {
    for (const path of pack.index.keys()) if (sameImage(path, name)) return pack.blob(path);
  }
  return undefined;
}

/** Entries come back in the order in which they were put: the first ones were seen first. */
async function tidy(cache: Cache): Promise<void> {
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - LIMIT))) await cache.delete(key);
}

async function remember(cache: Cache, request: Request, response: Response): Promise<void> {
  await cache.put(request, response);
  added += 1;
  if (added % TIDY_EVERY === 1) await tidy(cache);
}

/**
 * An image or a sound by its immutable address: seen before, else in a kept pack, else from the network. The packs come before the
 * network because a bar of signal in a gorge can keep a request hanging for a minute.
 */
export async function respondWithMedia(event: FetchEvent, pathname: string): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(NAME);
  const seen = await cache.match(request, { ignoreVary: true });
  if (seen) return seen;
  const packed = await fromPacks(pathname);
  if (packed) return respondWithRange(packed, packed.type, request.headers.get('Range'));
  const response = await fetch(request);
  if (response.status === 200) {
    event.waitUntil(remember(cache, request, response.clone()).catch(() => undefined));
  }
  return response;
}
