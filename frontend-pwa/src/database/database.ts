import { openDB, type IDBPDatabase } from 'idb';

import { migrations } from './migrations';
import type { TraverseSchema } from './schema';

export const DATABASE_NAME = 'traverse';

let opened: Promise<IDBPDatabase<TraverseSchema>> | undefined;

/** The one connection. It is let go when another tab brings a newer version, and opened again at the next use. */
export function database(): Promise<IDBPDatabase<TraverseSchema>> {
  opened ??= openDB<TraverseSchema>(DATABASE_NAME, migrations.length, {
    upgrade(db, oldVersion) {
      for (const migrate of migrations.slice(oldVersion)) migrate(db);
    },
    blocking() {
      void closeDatabase();
    },
    terminated() {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

export async function closeDatabase(): Promise<void> {
  const connection = opened;
  opened = undefined;
  (await connection?.catch(() => undefined))?.close();
}
