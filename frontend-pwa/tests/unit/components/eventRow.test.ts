import { flushSync, mount, unmount } from 'svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import EventRow from '../../../src/components/EventRow.svelte';
import type { EventCardFieldsFragment } from '../../../src/generated/graphql';
import { loadCatalogue } from '../../../src/i18n/translate';

beforeAll(() => loadCatalogue('fr'));

const card = (changed: object) =>
  ({
    id: 'e1', name: 'Bal', language: 'fr', categories: [], status: 'SCHEDULED', eventStatus: 'SCHEDULED', allDay: false,
    movedFrom: null, remaining: 1, longRunning: false, lastDate: null, venue: null, commune: null, free: null, indoor: null,
    image: null, distance: null, ...changed,
  }) as unknown as EventCardFieldsFragment;

function row(changed: object, under?: string, now = '2026-11-26T12:00:00Z'): string {
  const target = document.createElement('div');
  const shown = mount(EventRow, { target, props: { event: card(changed), now: new Date(now), ...(under ? { under } : {}) } });
  flushSync();
  const text = target.textContent!.replace(/\s+/g, ' ').trim();
  void unmount(shown);
  return text;
}

describe('row of an event under the title of a day', () => {
  it('has the hours alone of what begins on it', () => {
    const ball = { start: '2026-11-27T20:00:00Z', end: '2026-11-28T00:00:00Z' };
    expect(row(ball, '2026-11-27')).toMatch(/^21 h – 1 h Bal/);
  });

  it('says since when what began on an earlier day goes on', () => {
    const race = { start: '2026-11-26T09:00:00Z', end: '2026-11-27T09:00:00Z' };
    expect(row(race, '2026-11-27')).toMatch(/^depuis jeu\. 26 nov\. 10 h – 10 h Bal/);
    expect(row({ ...race, allDay: true }, '2026-11-27')).toMatch(/^depuis jeu\. 26 nov\. Bal/);
  });
});

it('keeps the date where the reader chose its day, and the event elsewhere', () => {
  const market = card({ start: '2026-12-13T07:00:00Z', end: null, remaining: 9 });
  const label = (props: object): string | null => {
    const target = document.createElement('div');
    const shown = mount(EventRow, { target, props: { event: market, now: new Date('2026-11-26T12:00:00Z'), under: '2026-12-13', ...props } });
    flushSync();
    const said = target.querySelector('button')!.getAttribute('aria-label');
    void unmount(shown);
    return said;
  };
  expect(label({})).toBe('Garder dans mon programme : Bal'.replace(' :', '\u00a0:'));
  expect(label({ dayChosen: true })).toBe('Garder cette date : Bal, dimanche 13 décembre'.replace(' :', '\u00a0:'));
});

describe('row of an event', () => {
  it('says the former hour of what was moved on its day', () => {
    const moved = { start: '2026-11-28T19:00:00Z', end: null, movedFrom: '2026-11-28T17:00:00Z' };
    expect(row(moved)).toContain('Déplacé, c’était 18 h');
  });

  it('does not say an hour of today at which what lasts was open', () => {
    const exhibition = { start: '2026-11-26T09:00:00Z', end: '2026-11-26T11:30:00Z', longRunning: true, lastDate: '2027-03-01' };
    expect(row(exhibition, undefined, '2026-11-26T08:00:00Z')).toContain('aujourd’hui 10 h');
    expect(row(exhibition, undefined, '2026-11-26T11:50:00Z')).toMatch(/^jusqu’au 1er mars 2027 Bal$/);
  });
});
