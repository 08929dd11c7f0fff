/**
 * Announcements that wait for the network go away by themselves: when the app opens, when the network comes back, and
 * again and again while the app stays open.
 */

import { getAnnouncements } from '../database/announcements';

const shortest = 30_000;
const longest = 600_000;
/** What was sent is told for as long as its author may wonder, then forgotten. */
const remembered = 30 * 86_400_000;

let patience = shortest;
let timer: ReturnType<typeof setTimeout> | undefined;

async function look(): Promise<void> {
  clearTimeout(timer);
  const rows = await getAnnouncements().catch(() => []);
  if (rows.some(({ state, savedAt }) => state === 'sent' && Date.now() - savedAt > remembered)) {
    await (await import('./sendAnnouncements')).forgetSent(Date.now() - remembered);
  }
  if (!rows.some(({ state }) => state === 'waiting')) return;
  const { sendAnnouncements } = await import('./sendAnnouncements');
  await sendAnnouncements();
  if ((await getAnnouncements()).some(({ state }) => state === 'waiting')) lookLater();
}

/** A phone in a valley has "a network" and no answer: it is asked again, less and less often. */
function lookLater(): void {
  clearTimeout(timer);
  timer = setTimeout(lookAgain, patience);
  patience = Math.min(patience * 2, longest);
}

/** To be called when an announcement was tried and still waits. */
export function wake(): void {
  patience = shortest;
  lookLater();
}

function lookAgain(): void {
  // Without its code, which comes with the network too, there is nothing to be done yet.
  look().catch((error: unknown) => console.warn('announcements', error));
}

/** To be called once; looks now. */
export function startOutbox(): void {
  window.addEventListener('online', () => {
    patience = shortest;
    lookAgain();
  });
  lookAgain();
}
