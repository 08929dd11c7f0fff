import { database } from './database';
import type { PackRow } from './schema';

export async function getPack(trailId: string): Promise<PackRow | undefined> {
  return (await database()).get('packs', trailId);
}

export async function getPacks(): Promise<PackRow[]> {
  return (await database()).getAll('packs');
}

/** Changes one row in one transaction; a row that holds nothing any more is removed. */
export async function changePack(trailId: string, change: (row: PackRow) => void): Promise<PackRow> {
  const transaction = (await database()).transaction('packs', 'readwrite');
  const row = (await transaction.store.get(trailId)) ?? { trailId };
  change(row);
  if (row.kept || row.incoming) await transaction.store.put(row);
  else await transaction.store.delete(trailId);
  await transaction.done;
  return row;
}

export async function removePack(trailId: string): Promise<void> {
  await (await database()).delete('packs', trailId);
}
