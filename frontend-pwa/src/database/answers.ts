import { database } from './database';

/** `seenAt`: milliseconds since 1970. */
export interface SeenAnswer<Data = unknown> {
  data: Data;
  seenAt: number;
}

/** Above this many answers the ones seen longest ago are forgotten; one answer weighs some 2 to 80 kB. */
export const ANSWER_LIMIT = 400;
/** Counting at each write would cost more than the write. */
const TIDY_EVERY = 25;

let writes = 0;

export async function getAnswer<Data = unknown>(key: string): Promise<SeenAnswer<Data> | undefined> {
  const row = await (await database()).get('answers', key);
  return row && { data: row.data as Data, seenAt: row.seenAt };
}

/** Forgets what the server says is no more. */
export async function forgetAnswer(key: string): Promise<void> {
  await (await database()).delete('answers', key);
}

export async function putAnswer(key: string, data: unknown, seenAt: number = Date.now()): Promise<void> {
  await (await database()).put('answers', { key, data, seenAt });
  writes += 1;
  if (writes % TIDY_EVERY === 0) await forgetOldAnswers();
}

/** How many were forgotten. */
export async function forgetOldAnswers(limit: number = ANSWER_LIMIT): Promise<number> {
  const transaction = (await database()).transaction('answers', 'readwrite');
  const surplus = (await transaction.store.count()) - limit;
  let cursor = surplus > 0 ? await transaction.store.index('seenAt').openCursor() : null;
  let forgotten = 0;
  while (cursor && forgotten < surplus) {
    await cursor.delete();
    forgotten += 1;
    cursor = await cursor.continue();
  }
  await transaction.done;
  return forgotten;
}
