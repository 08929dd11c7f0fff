import type { TypedDates } from '../announce/dates';
import type { Fault } from '../announce/fields';
import { ApiError } from './error';

/** What the server is told; as `POST /announcements` reads it. */
export interface AnnouncementBody {
  clientId: string;
  language: string;
  title: string;
  dates: TypedDates;
  where: string;
  /** INSEE code; '' when none was chosen. */
  communeCode: string;
  text: string;
  email: string;
}

export interface Proof {
  stamp: string;
  nonce: string;
}

/**
 * What became of it. `received`: the server has it (once, however often it was sent); `refused`: something must be
 * mended first (`settled`: the server had it already and takes nothing more under its id); `later`: too many at once, not before `at` (milliseconds since 1970); `gone`: too late for a change, or its
 * link opens nothing.
 */
export type Sending =
  | { kind: 'received'; state: AnnouncementState }
  | { kind: 'refused'; faults: Fault[]; settled?: true }
  | { kind: 'later'; at: number }
  | { kind: 'gone' };

export type AnnouncementState = 'WAITING' | 'ASKED' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN';

/** An announcement that its author opens by the mailed link. */
export interface Announcement extends Omit<AnnouncementBody, 'clientId'> {
  state: AnnouncementState;
  /** What the office asked, or why it refused; '' when it said nothing. */
  answer: string;
  /** Name of the office that reads it; '' for the agency. */
  office: string;
  /** Address of its picture. */
  image: string | null;
  /** Path in the app, once it is published. */
  event: string | null;
}

const root = '/announcements';
/** Without a word from the server about when. */
const patience = 60_000;

function pathOf(secret: string): string {
  return `${root}/${encodeURIComponent(secret)}`;
}

/** Milliseconds: one bar of signal can keep a request hanging for minutes, and what waits is safe. */
const longestWait = 60_000;

/** Throws ApiError `offline` when there was no server, or something that is not ours spoke in its place. */
async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Accept: 'application/json' };
  let response: Response;
  try {
    response = await fetch(path, { ...init, cache: 'no-store', credentials: 'omit', headers, signal: AbortSignal.timeout(longestWait) });
  } catch (error) {
    throw new ApiError('offline', String(error));
  }
  const ours = response.headers.get('Content-Type')?.startsWith('application/json') || response.status === 204;
  // A captive portal and a proxy without its server speak HTML.
  if (response.status >= 500 || (!ours && response.status < 400)) throw new ApiError('offline', `answer ${response.status}`);
  return response;
}

/** What the phone must prove; a new one each time, because it is valid for a while only. */
export async function askProof(): Promise<{ stamp: string; bits: number } | { at: number }> {
  const response = await ask(`${root}/proof`);
  if (response.status === 429) return { at: retryAt(response, Date.now()) };
  if (!response.ok) throw new ApiError('bad', `proof: ${response.status}`);
  return (await response.json()) as { stamp: string; bits: number };
}

/** Milliseconds since 1970 of a Retry-After, which says seconds or a date. */
export function retryAt(response: { headers: Headers }, now: number): number {
  const said = response.headers.get('Retry-After') ?? '';
  const seconds = Number(said);
  if (said.trim() && Number.isFinite(seconds)) return now + Math.max(1, seconds) * 1000;
  const at = Date.parse(said);
  return Number.isFinite(at) && at > now ? at : now + patience;
}

interface Sent {
  picture: Blob | null;
  /** Of a new announcement; a change is let in by its link. */
  proof?: Proof;
  secret?: string | null;
  removePicture?: boolean;
}

/** Sends a new announcement, or with `secret` the change of one. */
export async function sendAnnouncement(body: AnnouncementBody, { picture, proof, secret, removePicture }: Sent): Promise<Sending> {
  const form = new FormData();
  form.set('announcement', JSON.stringify({ ...body, proof, ...(removePicture ? { removeImage: true } : {}) }));
  // Robots fill it in.
  form.set('website', '');
  if (picture) form.set('image', picture, `image.${picture.type.split('/')[1] ?? 'jpg'}`);
  const response = await ask(secret ? pathOf(secret) : root, { method: secret ? 'PUT' : 'POST', body: form });
  if (secret && (response.status === 404 || response.status === 409)) return { kind: 'gone' };
  return outcomeOf(response, Date.now());
}

const withoutWords: Record<number, Fault> = {
  413: { field: 'image', code: 'pictureTooLarge' },
  415: { field: 'image', code: 'notPicture' },
};

/** Throws ApiError `bad` for an answer that this app does not understand. */
export async function outcomeOf(response: Response, now: number): Promise<Sending> {
  const { status } = response;
  if (status === 429) return { kind: 'later', at: retryAt(response, now) };
  const answer = (await response.json().catch(() => null)) as { state?: AnnouncementState; errors?: Fault[] } | null;
  if (response.ok && answer?.state) return { kind: 'received', state: answer.state };
  if (answer?.errors?.length) return { kind: 'refused', faults: answer.errors, ...(status === 409 ? { settled: true } : {}) };
  // Refused on the way, by a proxy that takes no such body.
  const fault = withoutWords[status];
  if (fault) return { kind: 'refused', faults: [fault] };
  throw new ApiError('bad', `answer ${status}`);
}

/** Throws ApiError: `notFound` when the link opens nothing, or nothing any more. */
export async function readAnnouncement(secret: string): Promise<Announcement> {
  const response = await ask(pathOf(secret));
  if (response.status === 404) throw new ApiError('notFound', 'no such announcement');
  if (!response.ok) throw new ApiError('bad', `answer ${response.status}`);
  return (await response.json()) as Announcement;
}

/** Withdraws it; false when it was too late. Throws ApiError. */
export async function withdrawAnnouncement(secret: string): Promise<boolean> {
  const response = await ask(pathOf(secret), { method: 'DELETE' });
  if (response.ok) return true;
  if (response.status === 404 || response.status === 409) return false;
  throw new ApiError('bad', `answer ${response.status}`);
}
