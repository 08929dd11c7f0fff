/** What the phone keeps of the agenda. Apart from what is told about it, for the service worker knows the database too. */

import type { EventCardFieldsFragment, ProgrammeQuery } from '../generated/graphql';

type Told = ProgrammeQuery['programme'][number]['occurrences'][number];

/** Without its name in calendars as long as only the list was seen in which it was chosen. */
export type KeptOccurrence = Omit<Told, 'uid' | 'recurrenceId'> & Partial<Pick<Told, 'uid' | 'recurrenceId'>>;

/** What was said of an event at one moment. */
export interface Said {
  event: EventCardFieldsFragment;
  /** In order, from a month ago on. */
  occurrences: KeptOccurrence[];
  /** How often calendars were told that it changed; unknown as long as only a list was seen. */
  sequence?: number;
}

/** One event of the programme, as the phone keeps it. */
export interface ProgrammeRow {
  eventId: string;
  /** Beginnings of the dates that were chosen; none: the event, on whatever day it is next. */
  starts: string[];
  /** Milliseconds since 1970. */
  keptAt: number;
  /** When the server last said so; null as long as only the list was seen in which it was chosen. */
  seenAt: number | null;
  /** The server said that it was withdrawn. */
  gone: boolean;
  /** What was said when it was kept. */
  then: Said;
  /** What is said now. */
  now: Said;
  /** What was kept of events that became part of this one, as it was: for when they are their own again. */
  former?: ProgrammeRow[] | undefined;
  /** What was chosen of this event itself before others became part of it; null: nothing. */
  own?: string[] | null | undefined;
}
