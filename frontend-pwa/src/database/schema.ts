import type { DBSchema } from 'idb';

import type { AnnouncementFields, Fault } from '../announce/fields';
import type { PackManifest } from '../packs/manifest';
import type { ProgrammeRow } from '../programme/row';
import type { TriggerState } from '../triggers/match';

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
  /** When the server last said that this trail was withdrawn; what is kept still opens. */
  gone?: { seenAt: number };
}

/** Where a person is in a story; survives a restart of the phone. */
export interface StoryState {
  storyId: string;
  /** State of the trigger engine, with the steps that it has started. */
  engine: TriggerState;
  /** Step id → index of the answer last chosen. */
  answered: Record<string, number>;
  /** The step that was open when the story was left. */
  current: string | null;
  /** Milliseconds since 1970. */
  savedAt: number;
}

/**
 * An announcement on its way. `draft`: still being typed, or sent back with `faults`; `waiting`: finished, goes away with
 * the next network; `sent`: the server has it, and only its title is left here.
 */
export interface AnnouncementRow {
  /** UUID, chosen by this phone: the server takes an announcement of one id once. Of a change, the secret of its link. */
  id: string;
  /** Of the mailed link, when this changes an announcement that the server has. */
  secret: string | null;
  /** Under which it is sent in place of `id`, which the server had settled when this was mended: a new announcement. */
  newId?: string;
  state: 'draft' | 'waiting' | 'sent';
  language: string;
  fields: AnnouncementFields;
  /** Bytes and type of the picture; a Blob does not survive in every browser's database. Null: none. */
  picture: { bytes: ArrayBuffer; type: string } | null;
  /** A change without a picture of its own: the server's is kept, or removed. */
  pictureRemoved?: boolean;
  faults: Fault[];
  /** Milliseconds since 1970. */
  savedAt: number;
  /** The server asked not to be asked before (milliseconds since 1970). */
  notBefore?: number;
}

export interface TraverseSchema extends DBSchema {
  answers: { key: string; value: AnswerRow; indexes: { seenAt: number } };
  packs: { key: string; value: PackRow };
  storyStates: { key: string; value: StoryState };
  programme: { key: string; value: ProgrammeRow };
  settings: { key: string; value: unknown };
  announcements: { key: string; value: AnnouncementRow };
}
