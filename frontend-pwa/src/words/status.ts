/** What becomes of an event and of one of its dates, and how both are shown. */

import type { MessageKey } from '../i18n/translate';

export type EventStatus = 'SCHEDULED' | 'CANCELLED' | 'FULL' | 'POSTPONED' | 'UNCONFIRMED';

export interface Standing {
  /** What to say; null when all goes as announced. */
  words: MessageKey | null;
  icon: 'x' | 'ban' | 'info';
  /** The whole event does not take place: its name is struck through. */
  eventStopped: boolean;
  /** This date does not hold: it is struck through. */
  dateStopped: boolean;
  /** The date is only a guess: it must not be read as sure. */
  unsure: boolean;
}

export const stops = (status: EventStatus): boolean => status === 'CANCELLED' || status === 'POSTPONED';

/** One date of an event in a list. */
export interface DatedStatus {
  /** Of this date. */
  status: EventStatus;
  /** Of the whole event; an answer kept by an older app does not have it. */
  eventStatus?: EventStatus;
  /** First and last day of the event; the same when it has one date only, which then is the event. No last day: no
   * end is in sight. */
  firstDate: string | null;
  lastDate: string | null;
}

/** One cancelled market does not cancel the market: the name is struck through only when no date is left. */
export function standingOf({ status, eventStatus, firstDate, lastDate }: DatedStatus): Standing {
  const whole = eventStatus ?? status;
  const alone = firstDate !== null && firstDate === lastDate;
  const eventStopped = stops(whole) || (alone && stops(status));
  const shown = stops(whole) ? whole : status === 'SCHEDULED' ? whole : status;
  const onlyThisDate = !alone && !eventStopped && whole !== shown;
  const words: MessageKey | null =
    shown === 'SCHEDULED' ? null : onlyThisDate && shown !== 'UNCONFIRMED' ? `status.date.${shown}` : `status.${shown}`;
  return {
    words,
    icon: stops(shown) ? 'x' : shown === 'FULL' ? 'ban' : 'info',
    eventStopped,
    dateStopped: stops(shown),
    unsure: shown === 'UNCONFIRMED',
  };
}

/** The status of an event on its own page: its own, else the one that all of its coming dates have. */
export function statusOfEvent(whole: EventStatus, dates: { status: EventStatus }[]): EventStatus {
  if (stops(whole)) return whole;
  const first = dates[0]?.status ?? whole;
  const alike = dates.every(({ status }) => status === first || (stops(status) && stops(first)));
  return alike && first !== 'SCHEDULED' ? first : whole;
}

/** How the whole of an event that has this status is shown. */
export const standingOfWhole = (status: EventStatus): Standing => standingOf({ status, firstDate: '', lastDate: '' });
