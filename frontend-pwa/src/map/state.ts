import type { Position } from '../geo/distance';
import type { Coordinate } from '../geo/line';

export type PointKind = 'event' | 'place' | 'trail' | 'step';

export interface MapPoint {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  /** Path of the thing's page; empty when it has none. */
  href: string;
  kind: PointKind;
}

/** Which paint the line is drawn in: yellow of the walks, red of the GR, blue-green of the bikes. */
export type Paint = 'walk' | 'gr' | 'bike';

/** What is drawn over the base map. */
export interface MapState {
  points: readonly MapPoint[];
  line: readonly Coordinate[];
  paint: Paint;
  /** Where the phone is; accuracy in metres. */
  position: (Position & { accuracy: number }) | null;
  /** A place of the line that is being looked at, from the profile. */
  cursor: Position | null;
  /** Key of the chosen point. */
  selected: string | null;
}

/** A place and a trail may have the same id. */
export const keyOf = ({ kind, id }: Pick<MapPoint, 'kind' | 'id'>): string => `${kind}/${id}`;

export const emptyState: MapState = {
  points: [],
  line: [],
  paint: 'walk',
  position: null,
  cursor: null,
  selected: null,
};
