import type { ToServiceWorker } from './sw/messages';

/** Between a page and the service worker: registration, news of a new version, and the visitor's agreement to it. */

export interface UpdateEvents {
  /** A new version is there and waits. `apply` takes it and reloads; until then nothing changes. */
  onUpdate(apply: () => void): void;
  /** The app now opens without network. */
  onOfflineReady?(): void;
}

/** How often an app that stays open looks for a new version, at most. */
const CHECK_EVERY = 60 * 60 * 1000;

const supported = (): boolean => 'serviceWorker' in navigator;

function tell(worker: ServiceWorker, message: ToServiceWorker): void {
  worker.postMessage(message);
}

export async function registerServiceWorker(events: UpdateEvents): Promise<void> {
  if (!supported()) return;
  const container = navigator.serviceWorker;
  const firstVisit = container.controller === null;
  reloadOnTakeOver(container, firstVisit);
  let registration: ServiceWorkerRegistration;
  try {
    registration = await container.register('/sw.js', { updateViaCache: 'none' });
  } catch (error) {
    console.warn('service worker', error);
    return;
  }
  const offer = (worker: ServiceWorker): void => events.onUpdate(() => tell(worker, { type: 'update' }));
  const follow = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && container.controller) offer(worker);
      if (worker.state === 'activated' && firstVisit) events.onOfflineReady?.();
    });
  };
  if (registration.waiting && container.controller) offer(registration.waiting);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  checkWhenSeen(registration);
  if (!saysToSaveData()) whenIdle(() => void completeOffline());
}

/** The agreement was given in this tab or in another: both go on with the new version. */
function reloadOnTakeOver(container: ServiceWorkerContainer, firstVisit: boolean): void {
  let controlled = !firstVisit;
  container.addEventListener('controllerchange', () => {
    if (controlled) window.location.reload();
    controlled = true;
  });
}

function checkWhenSeen(registration: ServiceWorkerRegistration): void {
  let checkedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checkedAt < CHECK_EVERY) return;
    checkedAt = Date.now();
    registration.update().catch(() => undefined);
  });
}

function saysToSaveData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 10_000 });
  else setTimeout(work, 3000);
}

/** Has the map fetched for use without network; false when there is no service worker or the network gave way. */
export async function completeOffline(): Promise<boolean> {
  if (!supported()) return false;
  const { active } = await navigator.serviceWorker.ready;
  if (!active) return false;
  const channel = new MessageChannel();
  return new Promise((resolve) => {
    channel.port1.onmessage = ({ data }: MessageEvent<{ complete: boolean }>): void => resolve(data.complete);
    active.postMessage({ type: 'complete' } satisfies ToServiceWorker, [channel.port2]);
  });
}

/** Whether the app itself would open with the network dead: a worker in charge and the first page in its cache. */
export async function opensOffline(): Promise<boolean> {
  if (!supported() || !navigator.serviceWorker.controller) return false;
  return (await caches.match('/index.html', { ignoreVary: true })) !== undefined;
}
