import { readAnnouncement, withdrawAnnouncement, type Announcement } from '../api/announcements';
import { asTyped, formOf } from '../announce/dates';
import { emptyFields, isEmpty, type AnnouncementFields } from '../announce/fields';
import { newId } from '../announce/id';
import { shrink } from '../announce/picture';
import {
  changeAnnouncement,
  getAnnouncement,
  getAnnouncements,
  putAnnouncement,
  removeAnnouncement,
} from '../database/announcements';
import type { AnnouncementRow } from '../database/schema';
import { wake } from './outbox';
import { keepTooLate, outboxName, sendAnnouncements, tellOthers, type Outcome } from './sendAnnouncements';

export type { Announcement, AnnouncementState } from '../api/announcements';
export type { AnnouncementRow } from '../database/schema';
export type { Outcome } from './sendAnnouncements';

export function newDraft(language: string): AnnouncementRow {
  return {
    id: newId(),
    secret: null,
    state: 'draft',
    language,
    fields: emptyFields(),
    picture: null,
    faults: [],
    savedAt: Date.now(),
  };
}

/** What this phone holds: the announcement being typed (a new one when there is none), the others and changes. */
export async function openAnnouncements(language: string): Promise<{ draft: AnnouncementRow; others: AnnouncementRow[] }> {
  const rows = await getAnnouncements();
  const draft = rows.findLast(({ state, secret }) => state === 'draft' && secret === null) ?? newDraft(language);
  return { draft, others: rows.filter(({ id }) => id !== draft.id) };
}

/** Kept as it stands; an empty one is not worth a line. */
export async function keepDraft(draft: AnnouncementRow): Promise<void> {
  const empty = draft.secret === null && isEmpty(draft.fields) && !draft.picture;
  if (empty) await removeAnnouncement(draft.id);
  else await putAnnouncement({ ...draft, savedAt: Date.now() });
}

export async function dropAnnouncement(id: string): Promise<void> {
  await removeAnnouncement(id);
  tellOthers();
}

/** Takes one that waits back into the form; undefined when it has gone meanwhile. */
export async function takeBack(id: string): Promise<AnnouncementRow | undefined> {
  const row = await changeAnnouncement(id, (found) => {
    if (found.state === 'waiting') found.state = 'draft';
  });
  tellOthers();
  return row?.state === 'draft' ? row : undefined;
}

/** In Chromium, not yet in TypeScript's library. */
interface WakingRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> };
}

/** Where the browser can, it wakes the service worker when the network is back, even with the app closed. */
async function askToBeWoken(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = (await navigator.serviceWorker.getRegistration()) as WakingRegistration | undefined;
  await registration?.sync?.register(outboxName);
}

/** Puts a finished one in the queue, then tries to send it. From the first line on, no failure loses it. */
export async function sendFinished(draft: AnnouncementRow): Promise<Outcome> {
  const { notBefore: _old, ...row } = draft;
  await putAnnouncement({ ...row, state: 'waiting', faults: [], savedAt: Date.now() });
  // Refused by a browser that saves power: the app sends it when it is opened.
  void askToBeWoken().catch(() => undefined);
  return sendNow(draft.id);
}

export async function sendNow(id: string): Promise<Outcome> {
  const outcome = await tryToSend(id);
  // A dead server is no lack of network: the browser has nothing to tell when it is back.
  if (outcome.kind === 'offline' || outcome.kind === 'failed' || outcome.kind === 'later') wake();
  return outcome;
}

async function tryToSend(id: string): Promise<Outcome> {
  const outcomes = await sendAnnouncements(id);
  const outcome = outcomes.get(id);
  if (outcome) return outcome;
  // Another tab was faster, or an older one found no server.
  const row = await getAnnouncement(id);
  if (row?.state === 'sent') return { kind: 'received', state: 'WAITING' };
  if (!row) return { kind: 'gone' };
  return row.state === 'draft' ? { kind: 'refused', faults: row.faults } : { kind: 'offline' };
}

/** Tells when another tab or the service worker changed the queue; returns what stops the listening. */
export function onOthers(listen: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(outboxName);
  channel.onmessage = listen;
  return () => channel.close();
}

/** The chosen picture, small, as the database keeps it. Throws PictureProblem. */
export async function takePicture(file: Blob): Promise<NonNullable<AnnouncementRow['picture']>> {
  const small = await shrink(file);
  return { bytes: await small.arrayBuffer(), type: small.type };
}

function fieldsOf({ title, dates, where, communeCode, text, email }: Announcement): AnnouncementFields {
  const typed = asTyped(dates);
  // The name comes with the list of communes.
  return { title, form: formOf(dates), dates: typed, where, communeCode: communeCode || null, communeName: '', text, email };
}

/** What was typed over it on this phone and is not sent yet. In the form it is not finished: it does not go by itself. */
export async function keptByLink(secret: string): Promise<AnnouncementRow | undefined> {
  const kept = await getAnnouncement(secret);
  return kept && { ...kept, state: 'draft' };
}

/** The announcement of a mailed link, and what this phone kept of a change. Throws ApiError. */
export async function openByLink(secret: string): Promise<{ announcement: Announcement; draft: AnnouncementRow }> {
  const kept = await keptByLink(secret).catch(() => undefined);
  const announcement = await readAnnouncement(secret);
  const { state } = announcement;
  if (kept && state !== 'WAITING' && state !== 'ASKED') await keepTooLate(secret);
  const fresh = { ...newDraft(announcement.language), id: secret, secret, fields: fieldsOf(announcement) };
  return { announcement, draft: kept ?? fresh };
}

export async function withdraw(secret: string): Promise<boolean> {
  const withdrawn = await withdrawAnnouncement(secret);
  if (withdrawn) await removeAnnouncement(secret);
  return withdrawn;
}
