import type { PackRow } from '../database/schema';
import type { PackReason } from '../packs/problem';

/** What is being done about a trail's pack just now, on this page. */
export interface Keeping {
  phase: 'asking' | 'coming' | 'paused' | 'failed';
  /** Verified bytes, of how many. */
  had: number;
  size: number;
  problem: PackReason | null;
}

/** What the phone holds, as last read; null until it was. */
export const kept: { rows: PackRow[] | null } = $state({ rows: null });

/** By trail id. */
export const keepings: Record<string, Keeping> = $state({});
