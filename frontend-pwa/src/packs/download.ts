import type { Order, Report } from './orders';
import { PackProblem } from './problem';

export interface DownloadEvents {
  onOpened?(opened: Extract<Report, { type: 'opened' }>): void;
  onProgress?(had: number, size: number): void;
}

export interface Download {
  /** Settles once: the file is whole and in place, `paused` (what came stays), or a PackProblem. */
  done: Promise<Extract<Report, { type: 'done' | 'paused' }>>;
  pause(): void;
}

/** Starts or goes on with a download in a worker of its own: hashing and writing never hold up the page. */
export function downloadPack(order: Omit<Extract<Order, { type: 'start' }>, 'type'>, events: DownloadEvents): Download {
  const worker = new Worker(new URL('./download.worker.ts', import.meta.url), { type: 'module', name: 'pack' });
  const send = (message: Order): void => worker.postMessage(message);
  const done = new Promise<Extract<Report, { type: 'done' | 'paused' }>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Report>): void => {
      if (data.type === 'opened') events.onOpened?.(data);
      else if (data.type === 'progress') events.onProgress?.(data.had, data.size);
      else if (data.type === 'failed') reject(new PackProblem(data.reason, data.detail));
      else resolve(data);
    };
    worker.onerror = (event): void => reject(new PackProblem('unsupported', event.message));
    worker.onmessageerror = (): void => reject(new PackProblem('unsupported', 'message'));
  }).finally(() => worker.terminate());
  send({ type: 'start', ...order });
  return { done, pause: () => send({ type: 'pause' }) };
}
