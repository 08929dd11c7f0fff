import { ApiError, request } from '../api/client';
import type { Language } from '../generated/graphql';
import * as documents from '../generated/graphql';
import type { Opener } from './ask.svelte';
import { open } from './open';

export type OpenStory = NonNullable<documents.StoryQuery['story']>;
export type OpenStep = OpenStory['steps'][number];

export function openStory(id: string, language: Language): Opener<documents.StoryQuery> {
  const question = { operation: 'Story', document: documents.StoryDocument, variables: { id, language } };
  return (tell, signal) => void open(question, tell, signal);
}

export type CodeMeaning = { storyId: string; stepId: string } | 'unknown' | 'gone' | 'offline';

/** The story and step that a QR code or tag stands for: by the kept packs first, else by the server. */
export async function findStepOfCode(code: string, language: Language): Promise<CodeMeaning> {
  const variables = { code, language };
  const { getFromPack } = await import('../packs/lookup');
  const packed = await getFromPack<documents.StoryStepByCodeQuery>('StoryStepByCode', variables).catch(() => undefined);
  if (packed?.data.storyStep) return packed.data.storyStep;
  try {
    const { storyStep } = await request(documents.StoryStepByCodeDocument, variables);
    return storyStep ?? 'unknown';
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'gone') return 'gone';
    return error instanceof ApiError && error.kind === 'notFound' ? 'unknown' : 'offline';
  }
}
