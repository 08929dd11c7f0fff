import { database } from './database';
import type { AnnouncementRow } from './schema';

export async function getAnnouncement(id: string): Promise<AnnouncementRow | undefined> {
  return (await database()).get('announcements', id);
}

/** The ones saved longest ago first. */
export async function getAnnouncements(): Promise<AnnouncementRow[]> {
  const rows = await (await database()).getAll('announcements');
  return rows.sort((a, b) => a.savedAt - b.savedAt);
}

export async function putAnnouncement(row: AnnouncementRow): Promise<void> {
  await (await database()).put('announcements', row);
}

/** Changes one row in one transaction; undefined when it is no longer there. */
export async function changeAnnouncement(id: string, change: (row: AnnouncementRow) => void): Promise<AnnouncementRow | undefined> {
  const transaction = (await database()).transaction('announcements', 'readwrite');
  const row = await transaction.store.get(id);
  if (row) {
    change(row);
    await transaction.store.put(row);
  }
  await transaction.done;
  return row;
}

export async function removeAnnouncement(id: string): Promise<void> {
  await (await database()).delete('announcements', id);
}
