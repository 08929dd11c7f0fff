/** Filters live in the URL: they can be shared, and the way back finds them again. */

import type { EventCategory, PlaceKind, SearchKind, TrailDifficulty, TrailPractice } from '../generated/graphql';
import { dayFromIso, fromNow, nextDays, today, tonight, weekend, wholeDay } from '../words/windows';

export const shortcuts = ['all', 'today', 'tonight', 'weekend', 'week'] as const;
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

export interface When {
  /** One of the shortcuts or a day like 2026-11-28. */
  when: string;
  from: string;
  until: string | null;
}

/** The window of time that the URL names; an unknown name means everything to come. */
export function windowOf(when: string | null, now: Date): When {
  if (when === 'today') return { when, ...today(now) };
  if (when === 'tonight') return { when, ...tonight(now) };
  if (when === 'weekend') return { when, ...weekend(now) };
  if (when === 'week') return { when, ...nextDays(now, 7) };
  const day = when ? dayFromIso(when) : undefined;
  if (when && day) return { when, ...wholeDay(day) };
  return { when: 'all', from: fromNow(now), until: null };
}

/** With a value more, or without it when it was there. */
export function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}
