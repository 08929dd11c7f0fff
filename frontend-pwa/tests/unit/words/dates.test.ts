import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { languages, loadCatalogue, type Language } from '../../../src/i18n/translate';
import { dateOnly, dayInWords, endHourInWords, formerInWords, hourInWords, hoursInWords, isOver, longDay, momentInWords, ofTheEvening, ofTheNight, shortDay, stillOn, whenInWords } from '../../../src/words/dates';

const now = new Date('2026-11-25T13:00:00Z'); // Wednesday, 14:00 in the territory.
const at = (text: string) => new Date(text);
/** Non-breaking spaces read as spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const happening = (start: string, end: string | null = null, allDay = false) => ({ start, end, allDay });

beforeAll(() => Promise.all(languages.map(loadCatalogue)));

describe('hours', () => {
  const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../tests/vectors/hours.json'), 'utf8')) as {
    cases: { time: string; end?: boolean; words: Record<Language, string> }[];
  };

  it.each(cases.flatMap(({ time, end, words }) => languages.map((language) => [time, language, end ?? false, words[language]] as const)))(
    'of a clock that shows %s, in %s, are said as the server says them',
    (time, language, end, words) => {
      const instant = at(`2026-11-25T${time}:00+01:00`);
      const said = (end ? endHourInWords : hourInWords)(instant, language);
      expect(plain(said)).toBe(language === 'it' ? `ore ${words}` : words);
    },
  );

  it('do not break between the number and the h', () => {
    expect(hourInWords(at('2026-11-25T17:00:00Z'), 'fr')).toBe('18\u00a0h');
  });

  it('say the whole day when it is one', () => {
    expect(hoursInWords(happening('2026-11-25T23:00:00Z', null, true), 'fr')).toBe('toute la journée');
    expect(plain(hoursInWords(happening('2026-11-25T08:00:00Z', '2026-11-25T11:30:00Z'), 'fr'))).toBe('9 h – 12 h 30');
  });

  it.each([
    ['fr', '9 h – minuit'],
    ['en', '9 am – midnight'],
    ['it', 'ore 9 – 24'],
    ['de', '9 – 24 Uhr'],
    ['es', '9:00 – 0:00'],
    ['nl', '9.00 – 24.00 uur'],
  ] as const)('say their unit once, in %s', (language, words) => {
    expect(plain(hoursInWords(happening('2026-11-25T08:00:00Z', '2026-11-25T23:00:00Z'), language))).toBe(words);
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
    expect(whenInWords(happening('2026-11-25T17:00:00Z'), now, 'en')).toBe('tonight 6\u00a0pm');
    expect(plain(whenInWords(happening('2026-11-28T08:00:00Z'), now, 'de'))).toBe('Sa., 28. Nov. 9 Uhr');
    expect(whenInWords(happening('2026-11-26T07:00:00Z'), now, 'it')).toBe('domani ore\u00a08');
  });
});

describe('days and moments', () => {
  it('read as people say them', () => {
    expect(dayInWords(at('2026-11-25T22:00:00Z'), now, 'fr')).toBe('aujourd’hui');
    expect(shortDay(at('2026-11-28T08:00:00Z'), now, 'fr')).toBe('sam. 28 nov.');
    expect(longDay(at('2026-11-28T08:00:00Z'), now, 'fr')).toBe('samedi 28 novembre');
    expect(longDay(at('2026-12-01T08:00:00Z'), now, 'fr')).toBe('mardi 1er décembre');
    expect(dateOnly(at('2027-03-01T08:00:00Z'), now, 'fr')).toBe('1er mars 2027');
    expect(dateOnly(at('2027-03-01T08:00:00Z'), now, 'en')).toBe('1 Mar 2027');
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

describe('ofTheEvening', () => {
  it('keeps what begins in it or goes on into it, not what closes as it begins', () => {
    const market = happening('2026-11-25T14:00:00Z', '2026-11-25T16:30:00Z');
    const walk = happening('2026-11-25T15:00:00Z');
    const fair = happening('2026-11-25T09:00:00Z', '2026-11-25T19:00:00Z');
    const tales = happening('2026-11-25T16:00:00Z', '2026-11-25T17:00:00Z');
    const concert = happening('2026-11-25T20:30:00Z');
    const feast = happening('2026-11-24T23:00:00Z', '2026-11-25T23:00:00Z', true);
    const all = [feast, fair, market, walk, tales, concert];
    expect(ofTheEvening(all, '2026-11-25T16:00:00Z')).toEqual([feast, fair, tales, concert]);
    // Asked later in the same evening.
    expect(ofTheEvening(all, '2026-11-25T18:00:00Z')).toEqual([feast, fair, tales, concert]);
  });
});

describe('formerInWords', () => {
  it('says the hour of what was moved on its day, else the day', () => {
    const said = (former: string) => plain(formerInWords(former, '2026-11-28T19:00:00Z', now, 'fr', longDay));
    expect(said('2026-11-28T17:00:00Z')).toBe('18 h');
    expect(said('2026-11-27T23:00:00Z')).toBe('toute la journée');
    expect(said('2026-11-27T19:00:00Z')).toBe('vendredi 27 novembre');
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
    ['today, all day, as the server says it', happening('2026-11-24T23:00:00Z', '2026-11-25T23:00:00Z', true), false],
    ['yesterday, all day, as the server says it', happening('2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z', true), true],
    ['ends at this moment', happening('2026-11-25T08:00:00Z', now.toISOString()), true],
  ])('%s', (_name, one, over) => {
    expect(isOver(one, now)).toBe(over);
  });
});
