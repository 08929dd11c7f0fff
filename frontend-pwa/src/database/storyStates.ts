import { database } from './database';
import type { StoryState } from './schema';

export async function getStoryState(storyId: string): Promise<StoryState | undefined> {
  return (await database()).get('storyStates', storyId);
}

export async function putStoryState(state: StoryState): Promise<void> {
  await (await database()).put('storyStates', state);
}

export async function removeStoryState(storyId: string): Promise<void> {
  await (await database()).delete('storyStates', storyId);
}
