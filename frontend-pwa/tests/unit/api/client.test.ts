import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, canonicalVariables, persistedUrl, request } from '../../../src/api/client';
import { PlaceDocument } from '../../../src/generated/graphql';
import persisted from '../../../src/generated/persisted-documents.json';

const variables = { id: '7', language: 'fr' } as const;

function answering(body: unknown, status = 200): ReturnType<typeof vi.fn> {
  const fetch = vi.fn(async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

async function failure(): Promise<ApiError> {
  const thrown = await request(PlaceDocument, variables).then(() => undefined, (error: unknown) => error);
  expect(thrown).toBeInstanceOf(ApiError);
  return thrown as ApiError;
}

afterEach(() => vi.unstubAllGlobals());

describe('the question', () => {
  it('is a GET of the persisted document, which the list of allowed documents holds', async () => {
    const fetch = answering({ data: { place: null } });
    await request(PlaceDocument, variables);
    const url = new URL(fetch.mock.calls[0]![0] as string, 'https://traverse.test');
    expect(url.pathname).toBe('/graphql');
    expect(url.searchParams.get('variables')).toBe('{"id":"7","language":"fr"}');
    expect(persisted).toHaveProperty([`sha256:${url.searchParams.get('id')}`]);
  });

  it('has one URL whatever the order of its variables, without the absent ones', () => {
    expect(canonicalVariables({ b: 1, a: [2], c: null, d: undefined })).toBe('{"a":[2],"b":1}');
    expect(persistedUrl('h', { b: 1, a: 2 })).toBe(persistedUrl('h', { a: 2, b: 1 }));
  });
});

describe('the answer', () => {
  it('is the data', async () => {
    answering({ data: { place: { id: '7' } } });
    expect(await request(PlaceDocument, variables)).toEqual({ place: { id: '7' } });
  });

  it('is offline when nothing answers', async () => {
    vi.stubGlobal('fetch', vi.fn(() => Promise.reject(new TypeError('Failed to fetch'))));
    expect((await failure()).kind).toBe('offline');
  });

  it('is offline when a captive portal answers with a page', async () => {
    answering('<html>Welcome to our wifi</html>');
    expect((await failure()).kind).toBe('offline');
  });

  it('is offline when a proxy says that the server is away', async () => {
    answering({ message: 'bad gateway' }, 502);
    expect((await failure()).kind).toBe('offline');
  });

  it('is not found when the server says so', async () => {
    answering({ data: { place: null }, errors: [{ message: 'no', extensions: { code: 'NOT_FOUND' } }] });
    expect((await failure()).kind).toBe('notFound');
  });

  it('is gone, with the path of the heir', async () => {
    answering({ data: { place: null }, errors: [{ message: 'no', extensions: { code: 'GONE', replacedBy: '/place/9' } }] });
    const error = await failure();
    expect([error.kind, error.replacedBy]).toEqual(['gone', '/place/9']);
  });

  it('is bad when the server refuses the question', async () => {
    answering({ errors: [{ message: 'too costly', extensions: { code: 'TOO_COSTLY' } }] }, 400);
    expect((await failure()).kind).toBe('bad');
  });

  it('is asked for in full when the server no longer knows the hash', async () => {
    const fetch = vi.fn(async (_url: string, init?: RequestInit) =>
      init?.method === 'POST'
        ? new Response(JSON.stringify({ data: { place: { id: '7' } } }))
        : new Response(JSON.stringify({ errors: [{ message: 'unknown', extensions: { code: 'NOT_FOUND' } }] }), { status: 404 }),
    );
    vi.stubGlobal('fetch', fetch);
    expect(await request(PlaceDocument, variables)).toEqual({ place: { id: '7' } });
    const asked = JSON.parse(fetch.mock.calls[1]![1]!.body as string) as { query: string; variables: object };
    expect(asked.query).toMatch(/query Place\(/);
    expect(asked.variables).toEqual(variables);
  });

  it('is bad, not "no such place", when the question itself is refused', async () => {
    answering({ errors: [{ message: 'unknown', extensions: { code: 'NOT_FOUND' } }] }, 404);
    expect((await failure()).kind).toBe('bad');
  });

  it('of a question that was given up is the abort itself, not an offline error', async () => {
    const controller = new AbortController();
    vi.stubGlobal('fetch', vi.fn(() => Promise.reject(new DOMException('aborted', 'AbortError'))));
    controller.abort();
    const thrown = await request(PlaceDocument, variables, { signal: controller.signal }).catch((error: unknown) => error);
    expect(thrown).not.toBeInstanceOf(ApiError);
  });
});
