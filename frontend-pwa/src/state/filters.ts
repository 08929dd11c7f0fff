/** Filters live in the URL: they can be shared, and the way back finds them again. */

import type { Audience, Disability, EventCategory, PlaceKind, SearchKind, TrailDifficulty, TrailPractice } from '../generated/graphql';
import { dayFromIso, dayRange, daysBetween, fromNow, nextDays, today, tonight, weekend, wholeDay, type Day } from '../words/windows';

export const shortcuts = ['all', 'today', 'tonight', 'weekend', 'week', 'holidays'] as const;
export type Shortcut = (typeof shortcuts)[number];

export const eventCategories: readonly EventCategory[] = [
  'CONCERT',
  'SHOW',
  'CINEMA',
  'EXHIBITION',
  'FESTIVAL',
  'MARKET',
  'FAIR',
  'FLEA_MARKET',
  'FEAST',
  'GUIDED_TOUR',
  'WALK',
  'WORKSHOP',
  'TALK',
  'TASTING',
  'SPORT',
  'CHILDREN',
  'HERITAGE',
  'NATURE',
  'OTHER',
];

export const audiences: readonly Audience[] = ['FAMILIES', 'CHILDREN', 'TEENAGERS', 'ADULTS', 'SENIORS', 'GROUPS', 'SCHOOLS'];

export const disabilities: readonly Disability[] = ['MOTOR', 'HEARING', 'VISUAL', 'MENTAL'];

/** In the order in which visitors ask for them. */
export const placeKinds: readonly PlaceKind[] = [
  'PATRIMOINE_CULTUREL',
  'PATRIMOINE_NATUREL',
  'ACTIVITE',
  'EQUIPEMENT',
  'DOMAINE_SKIABLE',
  'RESTAURATION',
  'DEGUSTATION',
  'HOTELLERIE',
  'HOTELLERIE_PLEIN_AIR',
  'HEBERGEMENT_LOCATIF',
  'HEBERGEMENT_COLLECTIF',
  'COMMERCE_ET_SERVICE',
  'SEJOUR_PACKAGE',
  'STRUCTURE',
  'TERRITOIRE',
];

/** What is shown to those who have not said what they look for: beds and offices are found by their own names. */
export const kindsToSee: readonly PlaceKind[] = placeKinds.slice(0, 5);

export const trailPractices: readonly TrailPractice[] = [
  'WALK',
  'TRAIL_RUNNING',
  'MTB',
  'ROAD_BIKE',
  'GRAVEL',
  'HORSE',
  'SNOWSHOE',
  'SKI',
  'VIA_FERRATA',
  'CANOE',
  'OTHER',
];

export const trailDifficulties: readonly TrailDifficulty[] = ['VERY_EASY', 'EASY', 'MEDIUM', 'HARD'];

/** Minutes. */
export const durations = [60, 120, 240, 420] as const;

export const searchKinds: readonly SearchKind[] = ['EVENT', 'PLACE', 'TRAIL', 'STORY', 'PAGE'];

/** The values of a filter that we know; what else stands in the URL is ignored. */
export function chosen<Value extends string>(query: URLSearchParams, name: string, known: readonly Value[]): Value[] {
  const asked = query.getAll(name);
  return known.filter((value) => asked.includes(value));
}

/** The values of a filter that is no list of ours, each once. */
export function valuesOf(query: URLSearchParams, name: string): string[] {
  return [...new Set(query.getAll(name))];
}

export interface When {
  /** One of the shortcuts, a day like 2026-11-28, or days like 2026-11-28..2026-12-02. */
  when: string;
  from: string;
  until: string | null;
  wholeDays?: true;
}

export interface Days {
  first: Day;
  last: Day;
}

/** Reads `2026-11-28` or `2026-11-28..2026-12-02`; anything else is undefined. */
export function daysFrom(text: string): Days | undefined {
  const days = text.split('..').map(dayFromIso);
  const [first, last] = days.length === 1 ? [days[0], days[0]] : days;
  return first && last && days.length <= 2 && daysBetween(first, last) >= 0 ? { first, last } : undefined;
}

/**
 * The window of time that the URL names; an unknown name means everything to come, and so do school holidays as long as
 * nobody said when they are.
 */
export function windowOf(when: string | null, now: Date, holidays?: Days): When {
  if (when === 'today') return { when, ...today(now) };
  if (when === 'tonight') return { when, ...tonight(now) };
  if (when === 'weekend') return { when, ...weekend(now) };
  if (when === 'week') return { when, ...nextDays(now, 7) };
  if (when === 'holidays' && holidays) return { when, ...dayRange(holidays.first, holidays.last, now) };
  const days = when ? daysFrom(when) : undefined;
  if (when && days && daysBetween(days.first, days.last) === 0) return { when, ...wholeDay(days.first) };
  if (when && days) return { when, ...dayRange(days.first, days.last, now) };
  return { when: 'all', from: fromNow(now), until: null };
}

/** With a value more, or without it when it was there. */
export function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}
