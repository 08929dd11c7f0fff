import type { EventCategory } from '../generated/graphql';

interface Kind {
  start: string;
  categories: EventCategory[];
}

/**
 * A few events of as many kinds as there are, in the order of time: six markets of one morning would hide the concert
 * of the evening. Each round takes the first event left of each kind.
 */
export function varied<Event extends Kind>(events: readonly Event[], most: number): Event[] {
  const rounds = new Map<EventCategory | undefined, number>();
  const ranked = events.map((event) => {
    const kind = event.categories[0];
    const round = rounds.get(kind) ?? 0;
    rounds.set(kind, round + 1);
    return { event, round };
  });
  const taken = ranked.sort((a, b) => a.round - b.round).slice(0, most);
  return taken.map(({ event }) => event).sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}
