import { expect, it } from 'vitest';
import type { EventCategory } from '../../../src/generated/graphql';
import { varied } from '../../../src/words/variety';

const at = (hour: number, category?: EventCategory) => ({
  start: `2026-11-28T${String(hour).padStart(2, '0')}:00:00Z`,
  categories: category ? [category] : [],
});

it('an evening concert is not hidden by the markets of the morning', () => {
  const markets = [at(7, 'MARKET'), at(8, 'MARKET'), at(9, 'MARKET')];
  const concert = at(20, 'CONCERT');
  expect(varied([...markets, concert], 2)).toEqual([markets[0], concert]);
});

it('fills up with more of the same, in the order of time', () => {
  const events = [at(7, 'MARKET'), at(8, 'MARKET'), at(9, 'SHOW'), at(10)];
  expect(varied(events, 4)).toEqual(events);
  expect(varied(events, 3)).toEqual([events[0], events[2], events[3]]);
});

it('nothing gives nothing', () => {
  expect(varied([], 3)).toEqual([]);
});
