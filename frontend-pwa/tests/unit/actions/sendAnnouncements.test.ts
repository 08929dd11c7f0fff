// @vitest-environment node
import 'fake-indexeddb/auto';

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import {
  keepDraft,
  keptByLink,
  newDraft,
  openAnnouncements,
  openByLink,
  sendFinished,
  sendNow,
  takeBack,
  type AnnouncementRow,
} from '../../../src/actions/announcements';
import { sendAnnouncements } from '../../../src/actions/sendAnnouncements';
import { retryAt } from '../../../src/api/announcements';
import { closeDatabase, getAnnouncement, getAnnouncements } from '../../../src/database';
import { DATABASE_NAME } from '../../../src/database/database';

const bits = 4;
const stamp = '1780000000.4.stamp.signature';

interface Sent {
  path: string;
  method: string;
  announcement: Record<string, unknown> & { proof?: { stamp: string; nonce: string } };
  image: Blob | null;
}

/** A server as the phone sees it; null is no answer at all. */
class Server {
  sent: Sent[] = [];
  /** Ids that it has. */
  known = new Set<string>();
  answer: (sent: Sent) => Response | null = (sent) => {
    const id = String(sent.announcement['clientId']);
    const status = this.known.has(id) ? 200 : 201;
    this.known.add(id);
    return Response.json({ state: 'WAITING' }, { status });
  };
  down = false;

  fetch = async (path: string, init: RequestInit): Promise<Response> => {
    if (this.down) throw new TypeError('Failed to fetch');
    if (path.endsWith('/proof')) return Response.json({ stamp, bits });
    const form = init.body as FormData;
    const image = form.get('image');
    const sent: Sent = {
      path,
      method: init.method!,
      announcement: JSON.parse(String(form.get('announcement'))),
      image: image instanceof Blob ? image : null,
    };
    this.sent.push(sent);
    const response = this.answer(sent);
    if (!response) throw new TypeError('Failed to fetch');
    return response;
  };
}

let server: Server;

beforeEach(async () => {
  await closeDatabase();
  server = new Server();
  vi.stubGlobal('fetch', server.fetch);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  await closeDatabase();
  await new Promise((resolve) => (indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = resolve));
});

function draft(title: string, more: Partial<AnnouncementRow> = {}): AnnouncementRow {
  const row = newDraft('de');
  const fields = { ...row.fields, title, dates: { first: '2026-07-14', others: ['2026-01-01'] }, where: ' Platz ', email: 'a@b.fr' };
  return { ...row, fields, ...more };
}

describe('an announcement that is finished', () => {
  it('goes with its proof and its picture, and leaves only its title on the phone', async () => {
    const picture = { bytes: new Uint8Array([1, 2, 3]).buffer, type: 'image/webp' };
    const row = draft(' Bal ', { picture });
    expect(await sendFinished(row)).toEqual({ kind: 'received', state: 'WAITING' });
    const [sent] = server.sent;
    const { proof, ...announcement } = sent!.announcement;
    expect(announcement).toEqual({
      clientId: row.id,
      language: 'de',
      title: 'Bal',
      dates: { first: '2026-07-14' },
      where: 'Platz',
      communeCode: '',
      text: '',
      email: 'a@b.fr',
    });
    const digest = createHash('sha256').update(`${proof!.stamp}:${proof!.nonce}`).digest();
    expect(digest[0]! >> (8 - bits)).toBe(0);
    expect([sent!.method, sent!.path, sent!.image?.size, sent!.image?.type]).toEqual(['POST', '/announcements', 3, 'image/webp']);
    const kept = await getAnnouncement(row.id);
    expect([kept?.state, kept?.fields.title, kept?.fields.email, kept?.picture]).toEqual(['sent', ' Bal ', '', null]);
  });

  it('has an id of the fourth version', () => {
    expect(newDraft('fr').id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newDraft('fr').id).not.toBe(newDraft('fr').id);
  });

  it('waits without network, whole, over a restart, and goes when it is back', async () => {
    server.down = true;
    const row = draft('Bal', { picture: { bytes: new Uint8Array([7]).buffer, type: 'image/jpeg' } });
    expect(await sendFinished(row)).toEqual({ kind: 'offline' });
    await closeDatabase();
    expect((await getAnnouncement(row.id))?.state).toBe('waiting');
    server.down = false;
    expect((await sendAnnouncements()).get(row.id)?.kind).toBe('received');
    expect(server.sent.map(({ image }) => image?.size)).toEqual([1]);
    expect((await sendAnnouncements()).size).toBe(0);
  });

  it('is sent again under the same id when the answer was lost on the way: the server has it once', async () => {
    const row = draft('Bal');
    const { answer } = server;
    server.answer = (sent) => {
      answer(sent);
      return null;
    };
    expect(await sendFinished(row)).toEqual({ kind: 'offline' });
    server.answer = answer;
    expect(await sendNow(row.id)).toEqual({ kind: 'received', state: 'WAITING' });
    expect(server.sent.length).toBe(2);
    expect(server.known).toEqual(new Set([row.id]));
  });

  it('does not go twice when two tabs wake up at once', async () => {
    server.down = true;
    const row = draft('Bal');
    await sendFinished(row);
    server.down = false;
    let free = Promise.resolve();
    const request = (_name: string, work: () => Promise<unknown>): Promise<unknown> => {
      const turn = free.then(work);
      free = turn.then(() => undefined);
      return turn;
    };
    vi.stubGlobal('navigator', { locks: { request } });
    await Promise.all([sendAnnouncements(), sendAnnouncements()]);
    expect(server.sent.length).toBe(1);
  });

  it('comes back as a draft with what is wrong, nothing lost', async () => {
    const errors = [{ field: 'dates', code: 'past', message: 'Das ist schon vorbei.' }];
    server.answer = () => Response.json({ errors }, { status: 400 });
    const row = draft('Bal');
    expect(await sendFinished(row)).toEqual({ kind: 'refused', faults: errors });
    const kept = await getAnnouncement(row.id);
    expect([kept?.state, kept?.fields, kept?.faults]).toEqual(['draft', row.fields, errors]);
  });

  it.each([
    [413, 'pictureTooLarge'],
    [415, 'notPicture'],
  ])('whose picture a proxy refuses with %i says so at the picture', async (status, code) => {
    server.answer = () => new Response('<h1>No</h1>', { status });
    expect(await sendFinished(draft('Bal'))).toEqual({ kind: 'refused', faults: [{ field: 'image', code }] });
  });

  it('waits as long as a server with too much to do asks for, unless a person insists', async () => {
    server.answer = () => Response.json({ errors: [] }, { status: 429, headers: { 'Retry-After': '120' } });
    const row = draft('Bal');
    const before = Date.now();
    const outcome = await sendFinished(row);
    expect(outcome.kind === 'later' && outcome.at - before).toBeGreaterThanOrEqual(120_000);
    server.answer = () => Response.json({ state: 'WAITING' }, { status: 201 });
    expect((await sendAnnouncements()).size).toBe(0);
    expect((await sendNow(row.id)).kind).toBe('received');
  });

  it('tries once more with a fresh stamp when the first was too old, then rests', async () => {
    server.answer = () => Response.json({ errors: [{ field: 'proof', code: 'old_proof', message: '' }] }, { status: 403 });
    const row = draft('Bal');
    expect(await sendFinished(row)).toEqual({ kind: 'failed' });
    expect(server.sent.length).toBe(2);
    expect((await getAnnouncement(row.id))?.state).toBe('waiting');
    expect((await sendAnnouncements()).size).toBe(0);
  });

  it('is not lost to a captive portal that says yes to everything', async () => {
    server.answer = () => new Response('<html>Wi-Fi</html>', { status: 200, headers: { 'Content-Type': 'text/html' } });
    const row = draft('Bal');
    expect(await sendFinished(row)).toEqual({ kind: 'offline' });
    expect((await getAnnouncement(row.id))?.fields).toEqual(row.fields);
  });

  it('taken back while it waits is a draft again and does not go', async () => {
    server.down = true;
    const row = draft('Bal');
    await sendFinished(row);
    expect((await takeBack(row.id))?.fields).toEqual(row.fields);
    server.down = false;
    expect((await sendAnnouncements()).size).toBe(0);
  });

  it('mended while it was on its way keeps what was typed, and sends it under the same id', async () => {
    const row = draft('Bal');
    const mended = { ...row, fields: { ...row.fields, dates: { first: '2026-07-15' } } };
    const { answer } = server;
    server.answer = (sent) => answer(sent);
    const { fetch } = server;
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      const response = await fetch(path, init);
      // Taken back and mended in the form before the answer comes.
      if (!path.endsWith('/proof')) await keepDraft(mended);
      return response;
    });
    await sendFinished(row);
    expect(await getAnnouncement(row.id)).toMatchObject({ state: 'draft', fields: mended.fields });
    vi.stubGlobal('fetch', fetch);
    expect((await sendFinished(mended)).kind).toBe('received');
    expect(server.sent.map(({ announcement }) => [announcement['clientId'], announcement['dates']])).toEqual([
      [row.id, { first: '2026-07-14' }],
      [row.id, { first: '2026-07-15' }],
    ]);
  });

  it('that the server had settled comes back whole, and goes under another id when it is sent once more', async () => {
    const errors = [{ field: '', code: 'settled_since', message: 'Schon erledigt.' }];
    server.answer = () => Response.json({ errors }, { status: 409 });
    const row = draft('Bal');
    const outcome = await sendFinished(row);
    expect(outcome).toMatchObject({ kind: 'refused', faults: errors });
    const kept = await getAnnouncement(row.id);
    expect(kept).toMatchObject({ state: 'draft', fields: row.fields });
    server.answer = () => Response.json({ state: 'WAITING' }, { status: 201 });
    expect((await sendFinished(kept!)).kind).toBe('received');
    const ids = server.sent.map(({ announcement }) => announcement['clientId']);
    expect([ids[0], ids[1] !== row.id, ids[1]]).toEqual([row.id, true, kept!.newId]);
  });

  it('does not hold back the ones after it when it is refused', async () => {
    server.down = true;
    const [bad, good] = [draft('bad', { savedAt: 1 }), draft('good', { savedAt: 2 })];
    await sendFinished(bad);
    await sendFinished(good);
    server.down = false;
    server.answer = ({ announcement }) =>
      announcement['title'] === 'bad'
        ? Response.json({ errors: [{ field: 'title', code: 'x', message: 'x' }] }, { status: 400 })
        : Response.json({ state: 'WAITING' }, { status: 201 });
    expect([...(await sendAnnouncements()).values()].map(({ kind }) => kind).sort()).toEqual(['received', 'refused']);
  });
});

describe('a draft', () => {
  it('is found again after a restart, an empty one is not kept', async () => {
    const row = draft('Bal');
    await keepDraft(row);
    await closeDatabase();
    expect((await openAnnouncements('fr')).draft).toMatchObject({ id: row.id, fields: row.fields });
    await keepDraft({ ...newDraft('fr'), id: row.id });
    expect(await getAnnouncements()).toEqual([]);
  });

  it('is apart from those on their way', async () => {
    server.down = true;
    const waiting = draft('waits');
    await sendFinished(waiting);
    await keepDraft(draft('typed'));
    const opened = await openAnnouncements('fr');
    expect([opened.draft.fields.title, opened.others.map(({ id }) => id)]).toEqual(['typed', [waiting.id]]);
  });
});

describe('the change of an announcement by its link', () => {
  const told = {
    state: 'WAITING',
    answer: '',
    office: '',
    event: null,
    language: 'de',
    title: 'Bal',
    dates: { first: '2026-07-14', others: ['2026-07-15'] },
    where: 'Platz',
    communeCode: '04039',
    text: '',
    email: 'a@b.fr',
    image: '/announcements/s3cret/picture',
  };

  async function opened(): Promise<AnnouncementRow> {
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => (init.method ? server.fetch(path, init) : Response.json(told)));
    return (await openByLink('s3cret')).draft;
  }

  it('goes by the link, without proof, and can take the picture away', async () => {
    const row = await opened();
    expect(row.fields).toMatchObject({ form: 'chosen', dates: { others: ['2026-07-14', '2026-07-15'] }, communeCode: '04039' });
    server.answer = () => Response.json({ ...told, title: 'Tanz' });
    const changed = { ...row, fields: { ...row.fields, title: 'Tanz' }, pictureRemoved: true };
    expect((await sendFinished(changed)).kind).toBe('received');
    expect(server.sent[0]).toMatchObject({ path: '/announcements/s3cret', method: 'PUT', announcement: { title: 'Tanz', removeImage: true } });
    expect(server.sent[0]!.announcement.proof).toBeUndefined();
    expect(await getAnnouncement('s3cret')).toBeUndefined();
  });

  it('that waits is opened as it was typed, and does not go before it is sent once more', async () => {
    const row = await opened();
    server.down = true;
    await sendFinished({ ...row, fields: { ...row.fields, title: 'Tanz' } });
    server.down = false;
    const kept = await keptByLink('s3cret');
    expect([kept?.state, kept?.fields.title]).toEqual(['draft', 'Tanz']);
    expect((await openByLink('s3cret')).draft.fields.title).toBe('Tanz');
  });

  it('that comes too late is told, and kept to be sent as a new one', async () => {
    const first = await opened();
    const row = { ...first, fields: { ...first.fields, title: 'Tanz' } };
    server.answer = () => Response.json({ errors: [{ field: 'state', code: 'settled', message: '' }] }, { status: 409 });
    expect(await sendFinished(row)).toEqual({ kind: 'gone' });
    expect(await getAnnouncement('s3cret')).toBeUndefined();
    const [kept] = await getAnnouncements();
    expect(kept).toMatchObject({ secret: null, state: 'draft', fields: row.fields, faults: [{ field: '', code: 'changeTooLate' }] });
    expect(kept!.id).toBe(kept!.id.match(/^[0-9a-f-]{36}$/)?.[0]);
  });

  it('that was typed before the announcement was settled is not hidden with its form', async () => {
    await keepDraft({ ...(await opened()), fields: draft('Tanz').fields });
    vi.stubGlobal('fetch', async () => Response.json({ ...told, state: 'ACCEPTED' }));
    await openByLink('s3cret');
    expect((await getAnnouncements()).map(({ secret, fields, state }) => [secret, fields.title, state])).toEqual([[null, 'Tanz', 'draft']]);
  });
});

it.each([
  ['120', 120_000],
  ['0', 1_000],
  ['Thu, 01 Jan 1970 00:05:00 GMT', 300_000],
  ['soon', 60_000],
  ['', 60_000],
])('Retry-After "%s" is in %i ms', (said, wait) => {
  expect(retryAt({ headers: new Headers({ 'Retry-After': said }) }, 0)).toBe(wait);
});
