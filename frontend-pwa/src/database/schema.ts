import type { DBSchema } from 'idb';

import type { PackManifest } from '../packs/manifest';

/** A GraphQL answer as it was last seen; `seenAt` is milliseconds since 1970, by the phone's clock. */
export interface AnswerRow {
  key: string;
  data: unknown;
  seenAt: number;
}

/** What the phone knows of one trail's pack. `kept` is what opens; `incoming` is a download not finished. */
export interface PackRow {
  trailId: string;
  kept?: { manifest: PackManifest; keptAt: number };
  incoming?: { manifest: PackManifest; etag: string | null; startedAt: number };
  /** Version that the server last said it has, when it differs from the kept one. */
  offered?: { version: string; size: number; seenAt: number };
}

/** Where a person is in a story; survives a restart of the phone. */
export interface StoryState {
  storyId: string;
  /** Step id → when it was heard (last), and how often. */
  heard: Record<string, { at: number; times: number }>;
  /** Step id → index of the answer chosen. */
  answered: Record<string, number>;
  /** The step shown when the story was left. */
  current: string | null;
  /** State of the trigger engine, opaque here. */
  engine: unknown;
  startedAt: number;
}

export interface TraverseSchema extends DBSchema {
  answers: { key: string; value: AnswerRow; indexes: { seenAt: number } };
  packs: { key: string; value: PackRow };
  storyStates: { key: string; value: StoryState };
  settings: { key: string; value: unknown };
}
