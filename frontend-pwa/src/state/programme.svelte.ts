import type { ProgrammeRow } from '../programme/row';

/** What the phone keeps of the agenda, as last read; null until it was. `problem`: why the last change did not hold. */
export const programmeState: { rows: ProgrammeRow[] | null; problem: 'full' | 'failed' | null } = $state({
  rows: null,
  problem: null,
});
