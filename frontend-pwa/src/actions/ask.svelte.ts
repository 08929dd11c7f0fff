import type { ApiError } from '../api/client';
import type { Answer, Told } from './open';

export type Tell<Data> = (told: Told<Data>) => void;
export type Opener<Data> = (tell: Tell<Data>, signal: AbortSignal) => void;

/** What a page draws: the last answer stays while the next question is `busy`. */
export interface Asked<Data> {
  answer: Answer<Data> | null;
  error: ApiError | null;
  busy: boolean;
  retry: () => void;
}

/**
 * Asks again whenever what `opener` reads changes (language, filters in the URL); returns null to ask nothing.
 * To be called while a component is being set up.
 */
export function ask<Data>(opener: () => Opener<Data> | null): Asked<Data> {
  let attempt = $state(0);
  const asked: Asked<Data> = $state({ answer: null, error: null, busy: true, retry: () => (attempt += 1) });
  $effect(() => {
    void attempt;
    const run = opener();
    const controller = new AbortController();
    asked.busy = run !== null;
    run?.((told) => {
      if ('answer' in told) {
        asked.answer = told.answer;
        asked.error = null;
        asked.busy = !told.answer.fresh && told.answer.failure === null;
      } else {
        asked.answer = null;
        asked.error = told.error;
        asked.busy = false;
      }
    }, controller.signal);
    return () => controller.abort();
  });
  return asked;
}
