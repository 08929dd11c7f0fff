import { getProgramme } from '../database/programme';
import { programmeState } from '../state/programme.svelte';

let reading: Promise<void> | undefined;

/** Reads what this phone keeps of the agenda; apart from keepEvent.ts, which most visits never need. */
export async function readProgramme(): Promise<void> {
  programmeState.rows = await getProgramme();
}

/** Once for a page full of hearts. */
export function readProgrammeOnce(): void {
  // Without a database (private browsing), nothing is kept: the hearts say so when one is touched.
  reading ??= readProgramme().catch(() => void (programmeState.rows = []));
}
