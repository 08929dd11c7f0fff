import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerKey, open, type Told } from '../../../src/actions/open';
import { PlaceDocument } from '../../../src/generated/graphql';

const seen = new Map<string, { data: unknown; seenAt: number }>();
const packed = new Map<string, { data: unknown; seenAt: number }>();

vi.mock('../../../src/database/answers', () => ({
  getAnswer: vi.fn(async (key: string) => seen.get(key)),
  putAnswer: vi.fn(async (key: string, data: unknown) => void seen.set(key, { data, seenAt: 999 })),
  forgetAnswer: vi.fn(async (key: string) => void seen.delete(key)),
}));
vi.mock('../../../src/packs/lookup', () => ({
  getFromPack: vi.fn(async (operation: string) => packed.get(operation)),
}));

const question = { operation: 'Place', document: PlaceDocument, variables: { id: '7', language: 'fr' as const } };
const key = 'Place {"id":"7","language":"fr"}';
const old = { place: { id: '7', name: 'Before' } };
const fresh = { place: { id: '7', name: 'Now' } };

function server(answer: () => Promise<Response>): void {
  vi.stubGlobal('fetch', vi.fn(answer));
}
const json = (body: unknown) => async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  return new Response(JSON.stringify(body));
};
const dead = async (): Promise<Response> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  throw new TypeError('Failed to fetch');
};

async function tellings(signal?: AbortSignal): Promise<Told<unknown>[]> {
  const told: Told<unknown>[] = [];
  await open(question, (one) => told.push(one), signal);
  return told;
}

beforeEach(() => {
  seen.clear();
  packed.clear();
});
afterEach(() => vi.unstubAllGlobals());

describe('open', () => {
  it('tells what was seen, then what the server says, and remembers it', async () => {
    seen.set(key, { data: old, seenAt: 5 });
    server(json({ data: fresh }));
    const told = await tellings();
    expect(told[0]).toEqual({ answer: { data: old, seenAt: 5, fresh: false, source: 'seen', failure: null } });
    expect(told[1]).toMatchObject({ answer: { data: fresh, fresh: true, source: 'network', failure: null } });
    expect(told).toHaveLength(2);
    expect(seen.get(key)?.data).toEqual(fresh);
  });

  it('never lets a slow memory replace a fresh answer', async () => {
    const { getAnswer } = await import('../../../src/database/answers');
    vi.mocked(getAnswer).mockImplementationOnce(async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return { data: old, seenAt: 5 } as never;
    });
    server(json({ data: fresh }));
    const told = await tellings();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ answer: { source: 'network' } });
  });

  it('says since when, and why, when the network is dead', async () => {
    seen.set(key, { data: old, seenAt: 5 });
    server(dead);
    const told = await tellings();
    expect(told.at(-1)).toMatchObject({ answer: { data: old, seenAt: 5, source: 'seen', failure: { kind: 'offline' } } });
  });

  it('answers from a kept pack what was never seen', async () => {
    packed.set('Place', { data: old, seenAt: 3 });
    server(dead);
    expect((await tellings()).at(-1)).toMatchObject({ answer: { data: old, seenAt: 3, source: 'pack', failure: { kind: 'offline' } } });
  });

  it('does not wait for a hanging network to answer from a kept pack', async () => {
    packed.set('Place', { data: old, seenAt: 3 });
    server(() => new Promise(() => undefined));
    const told: Told<unknown>[] = [];
    void open(question, (one) => told.push(one));
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]).toMatchObject({ answer: { data: old, source: 'pack', failure: null } });
  });

  it.each([
    [9, 'pack'],
    [3, 'seen'],
  ])('believes the more recent of what was seen at 5 and packed at %i', async (seenAt, source) => {
    seen.set(key, { data: old, seenAt: 5 });
    packed.set('Place', { data: fresh, seenAt });
    server(dead);
    expect((await tellings()).at(-1)).toMatchObject({ answer: { source, failure: { kind: 'offline' } } });
  });

  it('tells an error when nothing is known', async () => {
    server(dead);
    expect(await tellings()).toMatchObject([{ error: { kind: 'offline' } }]);
  });

  it('believes the server that a thing is gone, although it was seen, and does not show it again without network', async () => {
    seen.set(key, { data: old, seenAt: 5 });
    server(json({ errors: [{ message: 'gone', extensions: { code: 'GONE', replacedBy: '/place/9' } }] }));
    expect((await tellings()).at(-1)).toMatchObject({ error: { kind: 'gone', replacedBy: '/place/9' } });
    server(dead);
    expect(await tellings()).toMatchObject([{ error: { kind: 'offline' } }]);
  });

  it('shows what was seen in another language when there is no network', async () => {
    seen.set('Place {"id":"7","language":"it"}', { data: old, seenAt: 5 });
    server(dead);
    expect(await tellings()).toMatchObject([{ answer: { data: old, source: 'seen', failure: { kind: 'offline' } } }]);
  });

  it('goes on when the phone refuses to remember', async () => {
    const { getAnswer, putAnswer } = await import('../../../src/database/answers');
    vi.mocked(getAnswer).mockRejectedValueOnce(new Error('no storage'));
    vi.mocked(putAnswer).mockRejectedValueOnce(new Error('no storage'));
    server(json({ data: fresh }));
    expect(await tellings()).toMatchObject([{ answer: { data: fresh, source: 'network' } }]);
  });

  it('is silent once it was given up', async () => {
    const controller = new AbortController();
    controller.abort();
    seen.set(key, { data: old, seenAt: 5 });
    server(json({ data: fresh }));
    expect(await tellings(controller.signal)).toEqual([]);
  });
});

describe('answerKey', () => {
  it('is the question, or what the page says to remember it by', () => {
    expect(answerKey(question as never)).toBe(key);
    expect(answerKey({ ...question, remember: 'fr' } as never)).toBe('Place fr');
  });
});
