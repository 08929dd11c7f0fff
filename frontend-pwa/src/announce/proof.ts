/**
 * Proof of work: what makes a thousand announcements a minute costly to who sends them, and one of them nearly free.
 * `sha256(stamp + ":" + nonce)` must begin with `bits` zero bits. The browser's own digest answers by a promise for each
 * try, which costs far more than the digest: this one is synchronous and keeps what does not change between tries.
 */

const roundCount = 64;
const primes = firstPrimes(roundCount);
const fraction = (value: number): number => ((value - Math.floor(value)) * 0x1_0000_0000) | 0;
/** FIPS 180-4: the first 32 bits of the fractional parts of the cube roots of the first 64 primes, … */
const rounds = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
/** … and of the square roots of the first eight. */
const initial = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const blockSize = 64;
const schedule = new Int32Array(roundCount);

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime)) found.push(candidate);
  }
  return found;
}

/** Mixes the block of `bytes` that begins at `offset` into `state`. */
function compress(state: Int32Array, bytes: Uint8Array, offset: number): void {
  const w = schedule;
  for (let index = 0; index < 16; index += 1) {
    const at = offset + index * 4;
    w[index] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  for (let index = 16; index < roundCount; index += 1) {
    const x = w[index - 15]!;
    const y = w[index - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[index] = (w[index - 16]! + s0 + w[index - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let index = 0; index < roundCount; index += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + rounds[index]! + w[index]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
}

/** A digest of texts that all begin alike. */
export class Digests {
  private readonly middle = Int32Array.from(initial);
  private readonly state = new Int32Array(8);
  private readonly tail: Uint8Array;
  private readonly rest: number;

  /** `longest`: bytes of the longest ending that will be asked for. */
  constructor(
    private readonly beginning: Uint8Array,
    longest: number,
  ) {
    const whole = beginning.length - (beginning.length % blockSize);
    for (let offset = 0; offset < whole; offset += blockSize) compress(this.middle, beginning, offset);
    this.rest = beginning.length - whole;
    this.tail = new Uint8Array(Math.ceil((this.rest + longest + 9) / blockSize) * blockSize);
    this.tail.set(beginning.subarray(whole));
  }

  /** The eight words of the digest of the beginning followed by an ending in ASCII; overwritten by the next one. */
  of(ending: string): Int32Array {
    const { tail, state } = this;
    let length = this.rest;
    for (let index = 0; index < ending.length; index += 1) tail[length++] = ending.charCodeAt(index);
    const size = Math.ceil((length + 9) / blockSize) * blockSize;
    tail.fill(0, length, size);
    tail[length] = 0x80;
    const bits = (this.beginning.length + ending.length) * 8;
    for (let index = 0; index < 4; index += 1) tail[size - 1 - index] = bits >>> (index * 8);
    state.set(this.middle);
    for (let offset = 0; offset < size; offset += blockSize) compress(state, tail, offset);
    return state;
  }
}

export function beginsWithZeros(words: Int32Array, bits: number): boolean {
  const whole = bits >> 5;
  for (let index = 0; index < whole; index += 1) if (words[index] !== 0) return false;
  return bits % 32 === 0 || words[whole]! >>> (32 - (bits % 32)) === 0;
}

/** Milliseconds of work between two breaths: shorter than a frame, so that the page stays under the finger. */
const turn = 12;
const triesBetweenLooks = 256;
const longestNonce = 16;

/** Lets the browser draw and listen; a timeout of zero would rest four milliseconds each time. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

/** The nonce, in decimal figures. Some 2^bits tries: about a second of a phone for 19 bits. */
export async function solve(stamp: string, bits: number, rest: () => Promise<void> = breathe): Promise<string> {
  const digests = new Digests(new TextEncoder().encode(`${stamp}:`), longestNonce);
  let until = performance.now() + turn;
  for (let nonce = 0; ; nonce += 1) {
    const written = String(nonce);
    if (beginsWithZeros(digests.of(written), bits)) return written;
    if (nonce % triesBetweenLooks === 0 && performance.now() > until) {
      await rest();
      until = performance.now() + turn;
    }
  }
}
