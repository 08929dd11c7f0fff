// @vitest-environment node
import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { chunkBounds, missingRuns, reusableChunks, sha256 } from '../../src/packs/chunks';
import { readIndex, sliceEntry } from '../../src/packs/format';
import { answerPaths, isAbout, stepOfCode } from '../../src/packs/lookup';
import { nameOf, readManifest } from '../../src/packs/manifest';
import { readRange, respondWithRange } from '../../src/packs/range';
import { wrongChunks } from '../../src/packs/verify';

function packOf(files: Record<string, [string, string]>): Buffer {
  const index: Record<string, [number, number, string]> = {};
  const bodies: Buffer[] = [];
  let offset = 0;
  for (const [path, [text, mime]] of Object.entries(files)) {
    const body = Buffer.from(text);
    index[path] = [offset, body.length, mime];
    bodies.push(body);
    offset += body.length;
  }
  return framed(JSON.stringify(index), bodies);
}

function framed(index: string, bodies: Buffer[]): Buffer {
  const head = Buffer.from(index);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, ...bodies]);
}

const blobOf = (bytes: Buffer): Blob => new Blob([new Uint8Array(bytes)]);

function manifestOf(bytes: Buffer, chunk = 1024): Record<string, unknown> {
  const hashes: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk) {
    hashes.push(createHash('sha256').update(bytes.subarray(at, at + chunk)).digest('hex'));
  }
  return {
    id: '12',
    version: 'a1b2',
    size: bytes.length,
    chunk,
    sha256: hashes,
    name: { fr: 'Les Cadières', en: 'The Cadières' },
    builtAt: '2026-11-25T10:00:00Z',
    validUntil: null,
    files: 2,
  };
}

const sample = packOf({
  'answers/Trail.fr.json': [JSON.stringify({ trail: { id: '12', name: 'Les Cadières' } }), 'application/json'],
  'media/été.webp': ['x'.repeat(5000), 'image/webp'],
});

describe('readIndex', () => {
  it('finds each file by its path', async () => {
    const blob = blobOf(sample);
    const index = await readIndex(blob);
    expect([...index.keys()]).toEqual(['answers/Trail.fr.json', 'media/été.webp']);
    const image = sliceEntry(blob, index.get('media/été.webp')!);
    expect([image.size, image.type]).toEqual([5000, 'image/webp']);
    const answer = sliceEntry(blob, index.get('answers/Trail.fr.json')!);
    expect(JSON.parse(await answer.text()).trail.name).toBe('Les Cadières');
  });

  it.each([
    ['shorter than a header', Buffer.from([1, 0])],
    ['an index longer than the file', Buffer.from([255, 255, 0, 0, 123])],
    ['an index that is not JSON', framed('<html>', [])],
    ['an index that is a list', framed('[]', [])],
    ['an entry past the end', framed('{"a":[0,9,"text/plain"]}', [Buffer.from('x')])],
    ['an entry before the start', framed('{"a":[-4,2,"text/plain"]}', [Buffer.from('xxxx')])],
    ['an entry without a type', framed('{"a":[0,1]}', [Buffer.from('x')])],
  ])('refuses %s', async (_, bytes) => {
    await expect(readIndex(blobOf(bytes))).rejects.toMatchObject({ reason: 'malformed' });
  });
});

describe('readManifest', () => {
  it('reads what the server writes', () => {
    const manifest = readManifest(manifestOf(sample));
    expect(manifest.sha256.length).toBe(Math.ceil(sample.length / 1024));
    expect([nameOf(manifest, 'en'), nameOf(manifest, 'de')]).toEqual(['The Cadières', 'Les Cadières']);
  });

  it.each([
    ['size', { size: -1 }],
    ['id', { id: '../12' }],
    ['version', { version: 'a/b' }],
    ['sha256 (count)', { sha256: [] }],
    ['sha256', { sha256: ['abc'] }],
    ['builtAt', { builtAt: 'yesterday' }],
    ['validUntil', { validUntil: 'soon' }],
    ['chunk', { chunk: 0 }],
  ])('refuses a wrong %s', (field, wrong) => {
    expect(() => readManifest({ ...manifestOf(sample), ...wrong })).toThrow(`manifest: ${field}`);
  });

  it('refuses what is not an object', () => {
    expect(() => readManifest('<html>')).toThrow('malformed');
  });
});

describe('chunks', () => {
  const sizes = { size: 2500, chunk: 1000, sha256: ['a', 'b', 'c'] };

  it('bounds the last chunk by the size', () => {
    expect(chunkBounds(sizes, 2)).toEqual({ from: 2000, until: 2500 });
  });

  it('asks for each run of missing chunks once', () => {
    expect(missingRuns(sizes, new Set())).toEqual([{ first: 0, end: 3, from: 0, until: 2500 }]);
    expect(missingRuns(sizes, new Set([1]))).toEqual([
      { first: 0, end: 1, from: 0, until: 1000 },
      { first: 2, end: 3, from: 2000, until: 2500 },
    ]);
    expect(missingRuns(sizes, new Set([0, 1, 2]))).toEqual([]);
  });

  it('takes from the kept version the chunks that are the same, wherever they stand', () => {
    const next = { size: 3500, chunk: 1000, sha256: ['z', 'a', 'b', 'c'] };
    expect([...reusableChunks(next, sizes)]).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
  });

  it('hashes as the server does', async () => {
    expect(await sha256(new TextEncoder().encode('traverse'))).toBe(
      createHash('sha256').update('traverse').digest('hex'),
    );
  });

  it('finds the chunk that changed on the phone', async () => {
    const manifest = readManifest(manifestOf(sample));
    expect(await wrongChunks(blobOf(sample), manifest)).toEqual([]);
    const damaged = Buffer.from(sample);
    damaged[2100] = (damaged[2100] as number) ^ 1;
    expect(await wrongChunks(blobOf(damaged), manifest)).toEqual([2]);
    expect(await wrongChunks(blobOf(sample.subarray(0, 1500)), manifest)).toEqual([1, 2, 3, 4, 5]);
    expect(await wrongChunks(blobOf(Buffer.concat([sample, Buffer.from('!')])), manifest)).toEqual([6]);
  });
});

describe('readRange', () => {
  it.each([
    [null, { kind: 'whole' }],
    ['bytes=0-99', { kind: 'part', from: 0, until: 100 }],
    ['bytes=900-', { kind: 'part', from: 900, until: 1000 }],
    ['bytes=990-2000', { kind: 'part', from: 990, until: 1000 }],
    ['bytes=-10', { kind: 'part', from: 990, until: 1000 }],
    ['bytes=-2000', { kind: 'part', from: 0, until: 1000 }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=1000-', { kind: 'unsatisfiable' }],
    ['bytes=9-3', { kind: 'whole' }],
    ['bytes=0-1,5-6', { kind: 'whole' }],
    ['items=0-1', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
  ])('%s', (header, range) => {
    expect(readRange(header, 1000)).toEqual(range);
  });

  it('answers as HTTP does', async () => {
    const body = new Blob(['0123456789']);
    const part = respondWithRange(body, 'text/plain', 'bytes=2-4');
    expect([part.status, part.headers.get('Content-Range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234']);
    const whole = respondWithRange(body, 'text/plain', null);
    expect([whole.status, whole.headers.get('Content-Length'), whole.headers.get('Content-Type')]).toEqual([200, '10', 'text/plain']);
    const beyond = respondWithRange(body, 'text/plain', 'bytes=10-');
    expect([beyond.status, beyond.headers.get('Content-Range')]).toEqual([416, 'bytes */10']);
  });
});

describe('answers of a pack', () => {
  const paths = [
    'answers/Trail.en.json',
    'answers/Trail.fr.json',
    'answers/Trail.it.json',
    'answers/Place.7.fr.json',
    'answers/Place.8.fr.json',
    'answers/Place.7.en.json',
    'map/area.json',
  ];

  it('come in the language asked for, then in French, then in any', () => {
    expect(answerPaths(paths, 'Trail', { id: '12', language: 'it' })).toEqual([
      'answers/Trail.it.json',
      'answers/Trail.fr.json',
      'answers/Trail.en.json',
    ]);
    expect(answerPaths(paths, 'Trail', { id: '12', language: 'nl' })[0]).toBe('answers/Trail.fr.json');
  });

  it('come for the object asked for', () => {
    expect(answerPaths(paths, 'Place', { id: '7', language: 'en' })).toEqual([
      'answers/Place.7.en.json',
      'answers/Place.7.fr.json',
    ]);
    expect(answerPaths(paths, 'Event', { id: '7', language: 'en' })).toEqual([]);
    expect(isAbout({ trail: { id: '12' } }, '12')).toBe(true);
    expect(isAbout({ trail: { id: '12' } }, '13')).toBe(false);
    expect(isAbout({ trail: null }, '12')).toBe(false);
    expect(isAbout(undefined, undefined)).toBe(false);
  });

  it('say which step a code opens', () => {
    const story = {
      story: { id: '3', steps: [{ id: '31', triggers: [{ code: null }] }, { id: '32', triggers: [{ code: 'Fossile' }] }] },
    };
    expect(stepOfCode(story, 'fossile')).toEqual({ storyId: '3', stepId: '32' });
    expect(stepOfCode(story, 'truite')).toBeUndefined();
    expect(stepOfCode({ story: null }, 'fossile')).toBeUndefined();
  });
});
