import type { PackManifest } from './manifest';
import type { PackReason } from './problem';

/** What the page tells the download worker. */
export type Order =
  | {
      type: 'start';
      manifest: PackManifest;
      url: string;
      /** ETag of the file that an earlier attempt was reading. */
      etag: string | null;
      /** The version on the phone, whose chunks may serve again. */
      kept: PackManifest | null;
    }
  | { type: 'pause' };

/** What the worker tells the page. Bytes are counted in verified chunks. */
export type Report =
  | { type: 'opened'; status: number; from: number; etag: string | null }
  | { type: 'progress'; had: number; size: number }
  | { type: 'done'; fetched: number; reused: number }
  | { type: 'paused' }
  | { type: 'failed'; reason: PackReason; detail: string };
