import type { ProgrammeRow } from '../programme/row';
import { database } from './database';

export async function getProgramme(): Promise<ProgrammeRow[]> {
  return (await database()).getAll('programme');
}

/** Changes one row in one transaction; null removes it. Throws a DOMException when the phone is full. */
export async function changeProgramme(
  eventId: string,
  change: (row: ProgrammeRow | undefined) => ProgrammeRow | null | undefined,
): Promise<void> {
  const transaction = (await database()).transaction('programme', 'readwrite');
  const next = change(await transaction.store.get(eventId));
  if (next) await transaction.store.put(next);
  else if (next === null) await transaction.store.delete(eventId);
  await transaction.done;
}
