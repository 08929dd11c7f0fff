// @vitest-environment node
import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { beginsWithZeros, Digests, solve } from '../../../src/announce/proof';

function hex(words: Int32Array): string {
  return [...words].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const reference = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('Digests', () => {
  it('are those of SHA-256 for beginnings and endings of every length', () => {
    for (let length = 0; length < 140; length += 1) {
      const beginning = 'é'.repeat(length % 7) + 'stamp.'.repeat(30).slice(0, length);
      const digests = new Digests(new TextEncoder().encode(beginning), 16);
      for (const ending of ['', '0', '1234567', '9007199254740991'])
        expect(hex(digests.of(ending)), `${length} ${ending}`).toBe(reference(beginning + ending));
    }
  });

  it('do not remember the ending before', () => {
    const digests = new Digests(new TextEncoder().encode('a'.repeat(50)), 16);
    digests.of('999999999999');
    expect(hex(digests.of('1'))).toBe(reference(`${'a'.repeat(50)}1`));
  });
});

it.each([
  [[0x00ffffff], 8, true],
  [[0x00ffffff], 9, false],
  [[0x00000001], 31, true],
  [[0x00000001], 32, false],
  [[0, 0x7fffffff], 33, true],
  [[0, -1], 33, false],
  [[-1], 0, true],
])('%j begins with %i zero bits: %s', (words, bits, expected) => {
  expect(beginsWithZeros(Int32Array.from(words), bits)).toBe(expected);
});

it('the nonce found is one that the server takes, and the first of all', async () => {
  const stamp = '1780000000.12.c2VjcmV0LXN0YW1w.0123456789abcdef0123456789abcdef';
  const zeros = (nonce: number): boolean => parseInt(reference(`${stamp}:${nonce}`).slice(0, 3), 16) === 0;
  const nonce = Number(await solve(stamp, 12));
  expect(zeros(nonce)).toBe(true);
  expect(Array.from({ length: nonce }, (_, index) => index).some(zeros)).toBe(false);
});

it('rests at every look at a clock that runs', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1_000));
  let rests = 0;
  const nonce = Number(await solve('a stamp', 12, async () => void (rests += 1)));
  vi.restoreAllMocks();
  expect(nonce).toBeGreaterThan(256);
  expect(rests).toBe(Math.floor(nonce / 256) + 1);
});
