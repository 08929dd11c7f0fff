import type { Reading } from './match';

/**
 * What a person typed or a camera read: the number on the sign, the short code, or the whole address that the QR code
 * carries. It is tried as a number first, then as a code; `at` in unix seconds.
 */
export function typedReadings(text: string, at: number): Reading[] {
  return [
    { kind: 'NUMBER', at, number: text },
    { kind: 'CODE', at, code: text },
  ];
}

export const codeReading = (code: string, at: number): Reading => ({ kind: 'CODE', at, code });
