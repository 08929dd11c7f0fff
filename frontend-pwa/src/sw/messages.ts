/**
 * What a page may say to the service worker.
 * update: the visitor agreed to the new version · complete: fetch the map too; answered by `{complete: boolean}`.
 */
export type ToServiceWorker = { type: 'update' } | { type: 'complete' };
