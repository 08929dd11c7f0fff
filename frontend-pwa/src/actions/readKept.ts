import { getPacks } from '../database/packs';
import { kept } from '../state/kept.svelte';

/** Reads what this phone keeps; apart from keepTrail.ts, which most visits never need. */
export async function readKept(): Promise<void> {
  kept.rows = await getPacks();
}
