import {
  NearMeDocument,
  TodayDocument,
  type Language,
  type NearInput,
  type NearMeQuery,
  type TodayQuery,
} from '../generated/graphql';
import { nextDays, tonight, weekend } from '../words/windows';
import type { Opener } from './ask.svelte';
import { open } from './open';

/** With the token of a preview, the home page of the agency is the one being written. */
export function openToday(language: Language, now: Date, previewToken: string | null): Opener<TodayQuery> {
  const evening = tonight(now);
  const saturday = weekend(now);
  const variables = {
    language,
    tonight: evening.from,
    tonightEnd: evening.until,
    weekend: saturday.from,
    weekendEnd: saturday.until,
    weekendWhole: saturday.wholeDays ?? null,
    previewToken,
  };
  const question = { operation: 'Today', document: TodayDocument, variables, remember: [language, previewToken].join(' ').trim() };
  return (tell, signal) => void open(question, tell, signal);
}

export function openNearMe(near: NearInput, language: Language, now: Date): Opener<NearMeQuery> {
  const variables = { near, language, ...nextDays(now, 7) };
  const question = { operation: 'NearMe', document: NearMeDocument, variables, remember: language };
  return (tell, signal) => void open(question, tell, signal);
}
