import { askProof, sendAnnouncement, type Sending } from '../api/announcements';
import { ApiError } from '../api/error';
import { typedIn } from '../announce/dates';
import { solve } from '../announce/proof';
import { changeAnnouncement, getAnnouncement, getAnnouncements, removeAnnouncement } from '../database/announcements';
import type { AnnouncementRow } from '../database/schema';

/** What was tried with one announcement; `offline` and `failed` leave it waiting for the next time. */
export type Outcome = Sending | { kind: 'offline' } | { kind: 'failed' };

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

function contentOf({ id, secret, language, fields }: AnnouncementRow) {
  const { title, form, dates, where, communeCode, text, email } = fields;
  return {
    clientId: secret ? '' : id,
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
    return proofRefused(sending) ? { kind: 'failed' } : sending;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.kind === 'offline' ? { kind: 'offline' } : { kind: 'failed' };
  }
}

/** Writes down what became of it. Of what the server has, the phone keeps the title alone. */
async function settle({ id, secret }: AnnouncementRow, outcome: Outcome): Promise<void> {
  const now = Date.now();
  // A change is seen at its link, or was too late.
  if (secret && (outcome.kind === 'received' || outcome.kind === 'gone')) return removeAnnouncement(id);
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
