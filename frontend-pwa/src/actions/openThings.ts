import type { Language } from '../generated/graphql';
import * as documents from '../generated/graphql';
import { fromNow } from '../words/windows';
import type { Opener } from './ask.svelte';
import { keepAnswer, open, type Question } from './open';

/** One thing by its id: the last answer is remembered per thing and language, whatever the hour. */

function eventQuestion(id: string, language: Language, now: Date): Question<documents.EventQuery, documents.EventQueryVariables> {
  const variables = { id, language, from: fromNow(now) };
  return { operation: 'Event', document: documents.EventDocument, variables, remember: `${id} ${language}` };
}

export function openEvent(id: string, language: Language, now: Date): Opener<documents.EventQuery> {
  const question = eventQuestion(id, language, now);
  return (tell, signal) => void open(question, tell, signal);
}

/** Has the page of an event on this phone, as if it had been opened; what was heard since `since` stands. Throws ApiError. */
export function keepEventPage(id: string, language: Language, since: number): Promise<void> {
  return keepAnswer(eventQuestion(id, language, new Date()), since);
}

export function openPlace(id: string, language: Language): Opener<documents.PlaceQuery> {
  const question = { operation: 'Place', document: documents.PlaceDocument, variables: { id, language } };
  return (tell, signal) => void open(question, tell, signal);
}

export function openTrail(id: string, language: Language): Opener<documents.TrailQuery> {
  const question = { operation: 'Trail', document: documents.TrailDocument, variables: { id, language } };
  return (tell, signal) => void open(question, tell, signal);
}

export function openPage(path: string, language: Language, previewToken: string | null): Opener<documents.PageQuery> {
  const question = { operation: 'Page', document: documents.PageDocument, variables: { path, language, previewToken } };
  return (tell, signal) => void open(question, tell, signal);
}
