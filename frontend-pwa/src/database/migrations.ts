import type { IDBPDatabase } from 'idb';

import type { TraverseSchema } from './schema';

type Migration = (database: IDBPDatabase<TraverseSchema>) => void;

/**
 * Numbered by place: the first brings an empty database to version 1. Only ever add at the end; a phone may come from
 * any earlier version.
 */
export const migrations: readonly Migration[] = [
  function createStores(database) {
    database.createObjectStore('answers', { keyPath: 'key' }).createIndex('seenAt', 'seenAt');
    database.createObjectStore('packs', { keyPath: 'trailId' });
    database.createObjectStore('storyStates', { keyPath: 'storyId' });
    database.createObjectStore('settings');
  },
  function createAnnouncements(database) {
    database.createObjectStore('announcements', { keyPath: 'id' });
  },
  function keepAProgramme(database) {
    database.createObjectStore('programme', { keyPath: 'eventId' });
  },
];
