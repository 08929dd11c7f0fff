/** What a `Range` header asks of a body of `length` bytes; `until` is exclusive. */
export type Range =
  | { kind: 'whole' }
  | { kind: 'part'; from: number; until: number }
  | { kind: 'unsatisfiable' };

/** One range of RFC 9110 §14.1.2; anything else (several ranges, other units, nonsense) is answered whole. */
export function readRange(header: string | null, length: number): Range {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return { kind: 'whole' };
  const [first, last] = [match[1] ?? '', match[2] ?? ''];
  if (first === '') {
    const suffix = Number(last);
    if (suffix === 0 || length === 0) return { kind: 'unsatisfiable' };
    return { kind: 'part', from: Math.max(0, length - suffix), until: length };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return { kind: 'whole' };
  if (from >= length) return { kind: 'unsatisfiable' };
  return { kind: 'part', from, until: last === '' ? length : Math.min(Number(last) + 1, length) };
}

/** A body answered as HTTP would: 200, 206 or 416. */
export function respondWithRange(body: Blob, mime: string, header: string | null): Response {
  const range = readRange(header, body.size);
  const headers = new Headers({ 'Content-Type': mime, 'Accept-Ranges': 'bytes' });
  if (range.kind === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${body.size}`);
    return new Response(null, { status: 416, headers });
  }
  if (range.kind === 'whole') {
    headers.set('Content-Length', String(body.size));
    return new Response(body, { status: 200, headers });
  }
  headers.set('Content-Range', `bytes ${range.from}-${range.until - 1}/${body.size}`);
  headers.set('Content-Length', String(range.until - range.from));
  return new Response(body.slice(range.from, range.until, mime), { status: 206, headers });
}
