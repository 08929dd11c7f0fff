import { ApiError, canonicalVariables, request } from '../api/client';
import { forgetAnswer, getAnswer, putAnswer } from '../database/answers';
import type { TypedDocumentString } from '../generated/graphql';
import { languages } from '../i18n/translate';

export type AnswerSource = 'network' | 'seen' | 'pack';

/** What a page shows. `seenAt`: milliseconds since 1970; `fresh`: the server said so just now. */
export interface Answer<Data> {
  data: Data;
  seenAt: number;
  fresh: boolean;
  source: AnswerSource;
  /** Why it could not be refreshed; null while that is still being tried. */
  failure: ApiError | null;
}

export type Told<Data> = { answer: Answer<Data> } | { error: ApiError };

export interface Question<Data, Variables extends object> {
  /** Name of the GraphQL operation; packs answer by it. */
  operation: string;
  document: TypedDocumentString<Data, Variables>;
  variables: Variables;
  /** Under what the last answer is remembered; without it, the operation and its variables. */
  remember?: string;
}

export function answerKey({ operation, variables, remember }: Question<never, object>): string {
  return `${operation} ${remember ?? canonicalVariables(variables)}`;
}

async function localAnswer<Data>(question: Question<Data, object>): Promise<Answer<Data> | undefined> {
  const seen = await getAnswer<Data>(answerKey(question as Question<never, object>)).catch(() => undefined);
  return seen && { ...seen, fresh: false, source: 'seen', failure: null };
}

/** What was seen in another language: better than nothing in a valley, and it says which language it is in. */
async function answerInAnotherLanguage<Data>(question: Question<Data, object>): Promise<Answer<Data> | undefined> {
  if (question.remember !== undefined || !('language' in question.variables)) return undefined;
  for (const language of languages) {
    const seen = await localAnswer({ ...question, variables: { ...question.variables, language } });
    if (seen) return seen;
  }
  return undefined;
}

async function packedAnswer<Data>(question: Question<Data, object>): Promise<Answer<Data> | undefined> {
  const { getFromPack } = await import('../packs/lookup');
  const packed = await getFromPack<Data>(question.operation, question.variables).catch(() => undefined);
  return packed && { data: packed.data, seenAt: packed.seenAt, fresh: false, source: 'pack', failure: null };
}

/**
 * Has what the server says on this phone without showing it; what was heard after `since` (milliseconds since 1970) is
 * not asked again. Throws ApiError, or a DOMException when the phone is full.
 */
export async function keepAnswer<Data, Variables extends object>(question: Question<Data, Variables>, since: number): Promise<void> {
  const key = answerKey(question as unknown as Question<never, object>);
  const seen = await getAnswer<Data>(key);
  if (seen && seen.seenAt > since) return;
  try {
    await putAnswer(key, await request(question.document, question.variables));
  } catch (error) {
    if (error instanceof ApiError && isFinal(error)) await forgetAnswer(key);
    throw error;
  }
}

function isFinal(error: ApiError): boolean {
  return error.kind === 'gone' || error.kind === 'notFound';
}

/**
 * Answers at once with what was last seen, or with what a kept pack says when that is more recent, then with what the
 * server says. `tell` is called with the seen and packed answers if they come first, then once with the fresh answer,
 * or with the local one and the failure, or with an error when nothing is known. A thing that the server says is gone is gone, even when it was seen before.
 */
export async function open<Data, Variables extends object>(
  question: Question<Data, Variables>,
  tell: (told: Told<Data>) => void,
  signal?: AbortSignal,
): Promise<void> {
  const asked = question as unknown as Question<Data, object>;
  let settled = false;
  const tellWhileWaiting = (answer: Answer<Data> | undefined): void => {
    if (answer && !settled && !signal?.aborted) tell({ answer });
  };
  // One bar of signal in a gorge can keep a request hanging for a minute: the pack does not wait for it to fail.
  const local = localAnswer(asked).then(async (seen) => {
    tellWhileWaiting(seen);
    const packed = await packedAnswer(asked);
    if (!packed || (seen && seen.seenAt >= packed.seenAt)) return seen;
    tellWhileWaiting(packed);
    return packed;
  });
  try {
    const data = await request(question.document, question.variables, { signal });
    settled = true;
    if (signal?.aborted) return;
    const seenAt = Date.now();
    tell({ answer: { data, seenAt, fresh: true, source: 'network', failure: null } });
    await putAnswer(answerKey(asked as Question<never, object>), data).catch(() => undefined);
  } catch (thrown) {
    settled = true;
    if (signal?.aborted) return;
    const error = thrown instanceof ApiError ? thrown : new ApiError('bad', String(thrown));
    // Without network it must not come back as "seen".
    if (isFinal(error)) await forgetAnswer(answerKey(asked as Question<never, object>)).catch(() => undefined);
    const answer = isFinal(error) ? undefined : ((await local) ?? (await answerInAnotherLanguage(asked)));
    if (signal?.aborted) return;
    tell(answer ? { answer: { ...answer, failure: error } } : { error });
  }
}
