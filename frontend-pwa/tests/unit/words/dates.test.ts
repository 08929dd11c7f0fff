import { beforeAll, describe, expect, it } from 'vitest';
import { languages, loadCatalogue } from '../../../src/i18n/translate';
import { dayInWords, hourInWords, hoursInWords, isOver, longDay, momentInWords, ofTheNight, shortDay, stillOn, whenInWords } from '../../../src/words/dates';

const now = new Date('2026-11-25T13:00:00Z'); // Wednesday, 14:00 in the territory.
const at = (text: string) => new Date(text);
/** Non-breaking spaces read as spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const happening = (start: string, end: string | null = null, allDay = false) => ({ start, end, allDay });

beforeAll(() => Promise.all(languages.map(loadCatalogue)));

describe('hours', () => {
  it.each([
    ['fr', '18 h', '14 h 05'],
    ['en', '18:00', '14:05'],
    ['it', '18:00', '14:05'],
    ['de', '18 Uhr', '14:05'],
    ['es', '18:00', '14:05'],
    ['nl', '18:00', '14:05'],
  ] as const)('in %s', (language, sharp, odd) => {
    expect(plain(hourInWords(at('2026-11-25T17:00:00Z'), language))).toBe(sharp);
    expect(plain(hourInWords(at('2026-11-25T13:05:00Z'), language))).toBe(odd);
  });

  it('do not break between the number and the h', () => {
    expect(hourInWords(at('2026-11-25T17:00:00Z'), 'fr')).toBe('18\u00a0h');
  });

  it('say the whole day when it is one', () => {
    expect(hoursInWords(happening('2026-11-25T23:00:00Z', null, true), 'fr')).toBe('toute la journée');
    expect(plain(hoursInWords(happening('2026-11-25T08:00:00Z', '2026-11-25T11:30:00Z'), 'fr'))).toBe('9 h – 12 h 30');
  });
});

describe('the next date of something', () => {
  it.each([
    ['this evening', happening('2026-11-25T17:00:00Z'), 'ce soir 18 h'],
    ['this afternoon', happening('2026-11-25T14:30:00Z'), 'aujourd’hui 15 h 30'],
    ['tomorrow', happening('2026-11-26T07:00:00Z'), 'demain 8 h'],
    ['on Saturday', happening('2026-11-28T08:00:00Z'), 'sam. 28 nov. 9 h'],
    ['next year', happening('2027-02-06T08:00:00Z'), 'sam. 6 févr. 2027 9 h'],
    ['all day', happening('2026-11-27T23:00:00Z', null, true), 'sam. 28 nov.'],
    ['under way', happening('2026-11-25T09:00:00Z', '2026-11-25T18:00:00Z'), 'en ce moment, jusqu’à 19 h'],
  ])('%s', (_name, one, words) => {
    expect(plain(whenInWords(one, now, 'fr'))).toBe(words);
  });

  it('is tomorrow after midnight, although fewer than 24 hours away', () => {
    expect(plain(whenInWords(happening('2026-11-25T23:30:00Z'), now, 'fr'))).toBe('demain 0 h 30');
  });

  it('follows the language', () => {
    expect(whenInWords(happening('2026-11-25T17:00:00Z'), now, 'en')).toBe('tonight 18:00');
    expect(plain(whenInWords(happening('2026-11-28T08:00:00Z'), now, 'de'))).toBe('Sa., 28. Nov. 9 Uhr');
    expect(whenInWords(happening('2026-11-26T07:00:00Z'), now, 'it')).toBe('domani 08:00');
  });
});

describe('days and moments', () => {
  it('read as people say them', () => {
    expect(dayInWords(at('2026-11-25T22:00:00Z'), now, 'fr')).toBe('aujourd’hui');
    expect(shortDay(at('2026-11-28T08:00:00Z'), now, 'fr')).toBe('sam. 28 nov.');
    expect(longDay(at('2026-11-28T08:00:00Z'), now, 'fr')).toBe('samedi 28 novembre');
    expect(plain(momentInWords(at('2026-11-25T13:02:00Z'), now, 'fr'))).toBe('25 nov. à 14 h 02');
  });
});

describe('stillOn', () => {
  it('leaves out what ended within the hour, but not what opens again tomorrow', () => {
    const ended = happening('2026-11-25T11:00:00Z', '2026-11-25T12:50:00Z');
    const market = { ...ended, longRunning: false };
    const exhibition = { ...ended, longRunning: true };
    const concert = { ...happening('2026-11-25T13:30:00Z'), longRunning: false };
    expect(stillOn([market, exhibition, concert], now)).toEqual([exhibition, concert]);
  });
});

describe('ofTheNight', () => {
  it('keeps what still goes on or begins before dawn, not what is over nor the whole day that has just begun', () => {
    const night = at('2026-11-25T23:43:00Z'); // 0:43 in the territory.
    const ball = happening('2026-11-25T20:00:00Z', '2026-11-26T01:00:00Z');
    const fireworks = happening('2026-11-26T00:00:00Z');
    const dinner = happening('2026-11-25T19:00:00Z', '2026-11-25T23:30:00Z');
    const talk = happening('2026-11-25T19:30:00Z');
    const feast = happening('2026-11-25T23:00:00Z', null, true);
    expect(ofTheNight([dinner, talk, ball, feast, fireworks], night)).toEqual([ball, fireworks]);
  });
});

describe('isOver', () => {
  it.each([
    ['ended', happening('2026-11-25T08:00:00Z', '2026-11-25T12:00:00Z'), true],
    ['going on', happening('2026-11-25T08:00:00Z', '2026-11-25T15:00:00Z'), false],
    ['began two hours ago, end unknown', happening('2026-11-25T11:00:00Z'), false],
    ['began four hours ago, end unknown', happening('2026-11-25T09:00:00Z'), true],
    ['today, all day', happening('2026-11-24T23:00:00Z', null, true), false],
    ['yesterday, all day', happening('2026-11-23T23:00:00Z', null, true), true],
  ])('%s', (_name, one, over) => {
    expect(isOver(one, now)).toBe(over);
  });
});
