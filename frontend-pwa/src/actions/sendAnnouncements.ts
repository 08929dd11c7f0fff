import { askProof, sendAnnouncement, type Sending } from '../api/announcements';
import { ApiError } from '../api/error';
import { typedIn } from '../announce/dates';
import { newId } from '../announce/id';
import { solve } from '../announce/proof';
import {
  changeAnnouncement,
  getAnnouncement,
  getAnnouncements,
  putAnnouncement,
  removeAnnouncement,
} from '../database/announcements';
import type { AnnouncementRow } from '../database/schema';

/**
 * What was tried with one announcement; `offline` and `failed` leave it waiting for the next time. `newId`: of one that
 * the server had and takes no more, the id under which it goes as a new one.
 */
export type Outcome = (Sending & { newId?: string }) | { kind: 'offline' } | { kind: 'failed' };

/** Name of the lock between tabs and the service worker, of the news between them, and of the browser's wake-up call. */
export const outboxName = 'announcements';
/** After an answer that nobody foresaw. */
const afterFailure = 600_000;
const proofRefused = (sending: Sending): boolean =>
  sending.kind === 'refused' && sending.faults.every(({ field }) => field === 'proof');

/** One at a time on this phone, whoever sends: two tabs and the service worker wake up together when the network does. */
function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  const locks = navigator.locks as LockManager | undefined;
  return locks ? (locks.request(outboxName, work) as Promise<Result>) : work();
}

/** Tells the other tabs that something has changed in the queue. */
export function tellOthers(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(outboxName);
  channel.postMessage(null);
  channel.close();
}

function contentOf({ id, newId: another, secret, language, fields }: AnnouncementRow) {
  const { title, form, dates, where, communeCode, text, email } = fields;
  return {
    clientId: secret ? '' : (another ?? id),
    language,
    title: title.trim(),
    dates: typedIn(form, dates),
    where: where.trim(),
    communeCode: communeCode ?? '',
    text: text.trim(),
    email: email.trim(),
  };
}

async function sendOnce(row: AnnouncementRow): Promise<Sending> {
  const { secret, pictureRemoved: removePicture = false } = row;
  const picture = row.picture && new Blob([row.picture.bytes], { type: row.picture.type });
  if (secret) return sendAnnouncement(contentOf(row), { picture, secret, removePicture });
  const asked = await askProof();
  if ('at' in asked) return { kind: 'later', at: asked.at };
  const proof = { stamp: asked.stamp, nonce: await solve(asked.stamp, asked.bits) };
  return sendAnnouncement(contentOf(row), { picture, proof });
}

async function send(row: AnnouncementRow): Promise<Outcome> {
  try {
    const first = await sendOnce(row);
    // It was told that its stamp is too old, by a phone that slept in between: once more with a fresh one.
    const sending = proofRefused(first) ? await sendOnce(row) : first;
    if (sending.kind === 'refused' && sending.settled) return { ...sending, newId: newId() };
    return proofRefused(sending) ? { kind: 'failed' } : sending;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.kind === 'offline' ? { kind: 'offline' } : { kind: 'failed' };
  }
}

/** What was typed over an announcement that is settled: kept, to be sent as a new one by who wants that. */
export async function keepTooLate(secret: string): Promise<void> {
  const row = await getAnnouncement(secret);
  if (!row) return;
  const { notBefore: _old, pictureRemoved: _removed, ...kept } = row;
  const faults = [{ field: '', code: 'changeTooLate' }];
  await putAnnouncement({ ...kept, id: newId(), secret: null, state: 'draft', faults, savedAt: Date.now() });
  await removeAnnouncement(secret);
}

/** Whether two say the same: one may be taken back and mended while it is on its way. */
function sameSaid(a: AnnouncementRow, b: AnnouncementRow): boolean {
  const [mine, yours] = [a.picture, b.picture].map((picture) => (picture ? new Uint8Array(picture.bytes) : null));
  const picture = mine && yours ? mine.length === yours.length && mine.every((byte, at) => byte === yours[at]) : mine === yours;
  return picture && !a.pictureRemoved === !b.pictureRemoved && JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
}

/** Writes down what became of it. Of what the server has, the phone keeps the title alone. */
async function settle(sent: AnnouncementRow, outcome: Outcome): Promise<void> {
  const { id, secret } = sent;
  const now = Date.now();
  if (secret && outcome.kind === 'gone') return keepTooLate(secret);
  const kept = outcome.kind === 'received' && (await getAnnouncement(id));
  // What was typed since is not what the server has; the same id sends it in the other's place.
  if (kept && !sameSaid(kept, sent)) return;
  // A change is seen at its link.
  if (secret && outcome.kind === 'received') return removeAnnouncement(id);
  await changeAnnouncement(id, (row) => {
    row.savedAt = now;
    delete row.notBefore;
    if (outcome.kind === 'received') {
      row.state = 'sent';
      row.picture = null;
      row.fields = { ...row.fields, dates: {}, where: '', communeCode: null, communeName: '', text: '', email: '' };
    } else if (outcome.kind === 'refused') {
      row.state = 'draft';
      row.faults = outcome.faults;
      if (outcome.newId) row.newId = outcome.newId;
    } else if (outcome.kind === 'later' || outcome.kind === 'failed') {
      row.notBefore = outcome.kind === 'later' ? outcome.at : now + afterFailure;
    }
  });
}

/**
 * Sends what waits, oldest first, and says what became of each by its id. Stops at the first sign that the server is not
 * to be had. `evenEarly`: an id that a person wants sent now, whatever its time.
 */
export function sendAnnouncements(evenEarly: string | null = null): Promise<Map<string, Outcome>> {
  return alone(async () => {
    const outcomes = new Map<string, Outcome>();
    for (const { id } of await getAnnouncements()) {
      // Read again: what was taken back while another one was on its way must not go.
      const row = await getAnnouncement(id);
      if (row?.state !== 'waiting' || ((row.notBefore ?? 0) > Date.now() && id !== evenEarly)) continue;
      const outcome = await send(row);
      await settle(row, outcome);
      outcomes.set(id, outcome);
      if (outcome.kind === 'offline' || outcome.kind === 'later') break;
    }
    if (outcomes.size) tellOthers();
    return outcomes;
  });
}

/** What was sent at `before` (milliseconds since 1970) or earlier is told no longer. */
export async function forgetSent(before: number): Promise<void> {
  for (const { id, state, savedAt } of await getAnnouncements()) {
    if (state === 'sent' && savedAt <= before) await removeAnnouncement(id);
  }
}
