import { outboxName, sendAnnouncements } from '../actions/sendAnnouncements';
import { getAnnouncements } from '../database/announcements';
import type { ToServiceWorker } from './messages';
import { respondWithMedia } from './media';
import { respondFromPack } from './packed';
import { completeShell, fromShell, installShell, isPrecached, openShell, removeOlderShells } from './precache';
import { handlerOf, packedPath, type PackedPath } from './routes';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(installShell()));

self.addEventListener('activate', (event) => event.waitUntil(activate()));

async function activate(): Promise<void> {
  await removeOlderShells();
  // The first visit becomes able to go offline without a reload; an update is only ever activated by consent.
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  switch (handlerOf(event.request, url, self.location.origin, isPrecached)) {
    case 'shell':
      return event.respondWith(openShell(event.request));
    case 'file':
      return event.respondWith(fromShell(event.request, url.pathname));
    case 'pack':
      return event.respondWith(respondFromPack(event.request, packedPath(url.pathname) as PackedPath));
    case 'media':
      return event.respondWith(respondWithMedia(event, url.pathname));
    case 'network':
      return undefined;
  }
});

self.addEventListener('message', (event) => {
  const message = event.data as ToServiceWorker;
  if (message.type === 'update') event.waitUntil(self.skipWaiting());
  if (message.type === 'complete') event.waitUntil(answerCompletion(event));
});

/** Background Sync, in Chromium: not yet in TypeScript's library. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

self.addEventListener('sync' as 'message', (event) => {
  const { tag } = event as unknown as SyncEvent;
  if (tag === outboxName) event.waitUntil(emptyOutbox());
});

/** The network is back, the app may be closed. Throws when something still waits: the browser then calls again. */
async function emptyOutbox(): Promise<void> {
  await sendAnnouncements();
  const rows = await getAnnouncements();
  if (rows.some(({ state }) => state === 'waiting')) throw new Error('announcements still wait');
}

async function answerCompletion(event: ExtendableMessageEvent): Promise<void> {
  const complete = await completeShell().then(
    () => true,
    () => false,
  );
  event.ports[0]?.postMessage({ complete });
}
