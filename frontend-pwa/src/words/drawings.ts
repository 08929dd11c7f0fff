/** What is drawn where there is no photo: a sign and a texture of a map's legend for each kind of thing. */

import type { EventCategory, PlaceKind, TrailPractice } from '../generated/graphql';

export type Texture = 'awning' | 'blocks' | 'rows' | 'dots' | 'waves' | 'ridges' | 'trees' | 'stave';

export interface Drawing {
  icon: string;
  texture: Texture;
}

const events: Record<EventCategory, Drawing> = {
  CONCERT: { icon: 'music', texture: 'stave' },
  SHOW: { icon: 'drama', texture: 'stave' },
  CINEMA: { icon: 'clapperboard', texture: 'blocks' },
  EXHIBITION: { icon: 'palette', texture: 'blocks' },
  FESTIVAL: { icon: 'party-popper', texture: 'stave' },
  MARKET: { icon: 'shopping-basket', texture: 'awning' },
  FAIR: { icon: 'store', texture: 'awning' },
  FLEA_MARKET: { icon: 'armchair', texture: 'awning' },
  FEAST: { icon: 'flame', texture: 'dots' },
  GUIDED_TOUR: { icon: 'signpost', texture: 'blocks' },
  WALK: { icon: 'footprints', texture: 'trees' },
  WORKSHOP: { icon: 'hammer', texture: 'dots' },
  TALK: { icon: 'mic', texture: 'stave' },
  TASTING: { icon: 'wine', texture: 'rows' },
  SPORT: { icon: 'medal', texture: 'ridges' },
  CHILDREN: { icon: 'blocks', texture: 'dots' },
  HERITAGE: { icon: 'landmark', texture: 'blocks' },
  NATURE: { icon: 'leaf', texture: 'trees' },
  OTHER: { icon: 'sparkles', texture: 'dots' },
};

const places: Record<PlaceKind, Drawing> = {
  ACTIVITE: { icon: 'kayak', texture: 'ridges' },
  COMMERCE_ET_SERVICE: { icon: 'store', texture: 'awning' },
  DEGUSTATION: { icon: 'grape', texture: 'rows' },
  DOMAINE_SKIABLE: { icon: 'cable-car', texture: 'ridges' },
  EQUIPEMENT: { icon: 'waves', texture: 'waves' },
  HEBERGEMENT_COLLECTIF: { icon: 'bed-double', texture: 'ridges' },
  HEBERGEMENT_LOCATIF: { icon: 'house', texture: 'rows' },
  HOTELLERIE: { icon: 'bed', texture: 'blocks' },
  HOTELLERIE_PLEIN_AIR: { icon: 'tent', texture: 'trees' },
  PATRIMOINE_CULTUREL: { icon: 'castle', texture: 'blocks' },
  PATRIMOINE_NATUREL: { icon: 'mountain', texture: 'trees' },
  RESTAURATION: { icon: 'utensils', texture: 'awning' },
  SEJOUR_PACKAGE: { icon: 'backpack', texture: 'rows' },
  STRUCTURE: { icon: 'info', texture: 'blocks' },
  TERRITOIRE: { icon: 'map', texture: 'trees' },
};

const practices: Record<TrailPractice, string> = {
  WALK: 'footprints',
  TRAIL_RUNNING: 'timer',
  MTB: 'bike',
  ROAD_BIKE: 'bike',
  GRAVEL: 'bike',
  HORSE: 'signpost',
  SNOWSHOE: 'snowflake',
  SKI: 'mountain-snow',
  VIA_FERRATA: 'link',
  CANOE: 'waves',
  OTHER: 'route',
};

export function drawingOfEvent(categories: EventCategory[]): Drawing {
  return events[categories[0] ?? 'OTHER'];
}

export function drawingOfPlace(kind: PlaceKind): Drawing {
  return places[kind];
}

export function iconOfCategory(category: EventCategory): string {
  return events[category].icon;
}

export function iconOfPractice(practice: TrailPractice): string {
  return practices[practice];
}

export type Paint = 'walk' | 'gr' | 'bike';

/** The paint of the waymarks: red and white when the name says GR, blue-green on wheels and on water, else yellow. */
export function paintOfTrail({ practice, name }: { practice: TrailPractice; name: string }): Paint {
  if (['MTB', 'ROAD_BIKE', 'GRAVEL', 'CANOE'].includes(practice)) return 'bike';
  return /\bGR(P|\b)/.test(name) ? 'gr' : 'walk';
}

type Position = readonly [number, number, ...(number | null | undefined)[]];

export interface Sheet {
  /** SVG path of the line in a box of `width` by `height`. */
  path: string;
  start: [number, number];
  end: [number, number];
  /** Kilometres between two lines of the grid, and where these fall. */
  step: number;
  columns: number[];
  rows: number[];
}

const kilometresPerDegree = 111.32;
const gridSteps = [0.25, 0.5, 1, 2, 5, 10, 20, 50];

/** Draws a line on a sheet with a kilometric grid, north up and true to scale, as on a paper map. */
export function sheetOf(line: readonly Position[], width: number, height: number, margin: number): Sheet | undefined {
  if (line.length < 2) return undefined;
  const longitudes = line.map(([longitude]) => longitude);
  const latitudes = line.map(([, latitude]) => latitude);
  const west = Math.min(...longitudes);
  const east = Math.max(...longitudes);
  const south = Math.min(...latitudes);
  const north = Math.max(...latitudes);
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const across = Math.max((east - west) * shrink * kilometresPerDegree, 0.05);
  const up = Math.max((north - south) * kilometresPerDegree, 0.05);
  const pixels = Math.min((width - 2 * margin) / across, (height - 2 * margin) / up);
  const left = (width - across * pixels) / 2;
  const top = (height - up * pixels) / 2;
  const place = ([longitude, latitude]: Position): [number, number] => [
    Math.round((left + (longitude - west) * shrink * kilometresPerDegree * pixels) * 10) / 10,
    Math.round((top + (north - latitude) * kilometresPerDegree * pixels) * 10) / 10,
  ];
  const points = line.map(place);
  const step = gridSteps.find((one) => one * pixels >= Math.min(width, height) / 5) ?? gridSteps.at(-1)!;
  const every = step * pixels;
  const lines = (from: number, to: number) => {
    const found: number[] = [];
    for (let at = from % every; at < to; at += every) found.push(Math.round(at * 10) / 10);
    return found;
  };
  return {
    path: `M${points.map((point) => point.join(' ')).join('L')}`,
    start: points[0]!,
    end: points.at(-1)!,
    step,
    columns: lines(left, width),
    rows: lines(top, height),
  };
}

/** A number that stays the same for the same text, between 0 and `below`. */
export function seedOf(text: string, below: number): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + letter.codePointAt(0)!) >>> 0;
  return hash % below;
}
