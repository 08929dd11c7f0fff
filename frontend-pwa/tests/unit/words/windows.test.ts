import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  dayAfter,
  dayFromIso,
  dayOf,
  daysBetween,
  endingNight,
  fromNow,
  instantOf,
  isoDay,
  isTonight,
  localTime,
  monthAfter,
  movedByKey,
  nextDays,
  sameDayInMonth,
  today,
  tonight,
  weekday,
  weekend,
  weeksOf,
  wholeDay,
} from '../../../src/words/windows';

const at = (text: string) => new Date(text);

describe('localTime and instantOf', () => {
  it('read the territory clock whatever the machine says', () => {
    expect(localTime(at('2026-11-25T17:02:00Z'))).toEqual({ year: 2026, month: 11, day: 25, hour: 18, minute: 2 });
    expect(localTime(at('2026-07-14T22:30:00Z'))).toEqual({ year: 2026, month: 7, day: 15, hour: 0, minute: 30 });
  });

  it('go back and forth on each hour of the two days when the clocks change', () => {
    for (const day of [
      { year: 2026, month: 3, day: 29 },
      { year: 2026, month: 10, day: 25 },
    ]) {
      for (let hour = 0; hour < 24; hour += 1) {
        if (day.month === 3 && hour === 2) continue; // That hour does not exist.
        const { hour: shown, day: shownDay } = localTime(instantOf(day, hour));
        expect([shownDay, shown]).toEqual([day.day, hour]);
      }
    }
  });

  it('put midnight of a summer and of a winter day where they are', () => {
    expect(instantOf({ year: 2026, month: 7, day: 1 }).toISOString()).toBe('2026-06-30T22:00:00.000Z');
    expect(instantOf({ year: 2026, month: 1, day: 1 }).toISOString()).toBe('2025-12-31T23:00:00.000Z');
  });
});

describe('days', () => {
  it('pass the end of a month, of a year, of February', () => {
    expect(dayAfter({ year: 2026, month: 12, day: 31 }, 1)).toEqual({ year: 2027, month: 1, day: 1 });
    expect(dayAfter({ year: 2028, month: 3, day: 1 }, -1)).toEqual({ year: 2028, month: 2, day: 29 });
  });

  it('are counted without the clocks', () => {
    expect(daysBetween({ year: 2026, month: 3, day: 28 }, { year: 2026, month: 3, day: 30 })).toBe(2);
    expect(daysBetween({ year: 2026, month: 1, day: 1 }, { year: 2025, month: 12, day: 31 })).toBe(-1);
  });

  it('are read from the URL only when they exist', () => {
    expect(dayFromIso('2026-11-28')).toEqual({ year: 2026, month: 11, day: 28 });
    expect(dayFromIso('2026-02-30')).toBeUndefined();
    expect(dayFromIso('weekend')).toBeUndefined();
    expect(isoDay({ year: 2026, month: 2, day: 3 })).toBe('2026-02-03');
  });

  it('begin the week on Monday', () => {
    expect(weekday({ year: 2026, month: 11, day: 23 })).toBe(1);
    expect(weekday({ year: 2026, month: 11, day: 29 })).toBe(7);
  });
});

describe('windows', () => {
  it('begin with the whole hour, so that phones of the same hour ask the same', () => {
    expect(fromNow(at('2026-11-25T17:59:59Z'))).toBe('2026-11-25T17:00:00.000Z');
    expect(today(at('2026-11-25T17:02:00Z'))).toEqual({ from: '2026-11-25T17:00:00.000Z', until: '2026-11-25T23:00:00.000Z' });
  });

  it.each([
    // now, from when the evening is asked, until when, and what is left of last night
    ['2026-11-26T00:00:00+01:00', '2026-11-26T17:00:00+01:00', '2026-11-27T05:00:00+01:00', '2026-11-26T00:00:00+01:00'],
    ['2026-11-26T00:43:00+01:00', '2026-11-26T17:00:00+01:00', '2026-11-27T05:00:00+01:00', '2026-11-26T00:00:00+01:00'],
    ['2026-11-26T04:59:00+01:00', '2026-11-26T17:00:00+01:00', '2026-11-27T05:00:00+01:00', '2026-11-26T04:00:00+01:00'],
    ['2026-11-26T05:00:00+01:00', '2026-11-26T17:00:00+01:00', '2026-11-27T05:00:00+01:00', null],
    ['2026-11-26T12:00:00+01:00', '2026-11-26T17:00:00+01:00', '2026-11-27T05:00:00+01:00', null],
    ['2026-11-26T17:00:00+01:00', '2026-11-26T17:00:00+01:00', '2026-11-27T05:00:00+01:00', null],
    ['2026-11-26T20:20:00+01:00', '2026-11-26T20:00:00+01:00', '2026-11-27T05:00:00+01:00', null],
    ['2026-11-26T23:59:00+01:00', '2026-11-26T23:00:00+01:00', '2026-11-27T05:00:00+01:00', null],
    // The clocks go back in the night that ends: its 2:00 comes twice.
    ['2026-10-24T23:59:00+02:00', '2026-10-24T23:00:00+02:00', '2026-10-25T05:00:00+01:00', null],
    ['2026-10-25T02:30:00+02:00', '2026-10-25T17:00:00+01:00', '2026-10-26T05:00:00+01:00', '2026-10-25T02:00:00+02:00'],
    ['2026-10-25T02:30:00+01:00', '2026-10-25T17:00:00+01:00', '2026-10-26T05:00:00+01:00', '2026-10-25T02:00:00+01:00'],
    // The clocks go forward: its 2:00 does not come.
    ['2027-03-27T23:59:00+01:00', '2027-03-27T23:00:00+01:00', '2027-03-28T05:00:00+02:00', null],
    ['2027-03-28T01:59:00+01:00', '2027-03-28T17:00:00+02:00', '2027-03-29T05:00:00+02:00', '2027-03-28T01:00:00+01:00'],
    ['2027-03-28T03:00:00+02:00', '2027-03-28T17:00:00+02:00', '2027-03-29T05:00:00+02:00', '2027-03-28T03:00:00+02:00'],
    ['2027-03-28T05:00:00+02:00', '2027-03-28T17:00:00+02:00', '2027-03-29T05:00:00+02:00', null],
    // The year ends.
    ['2027-01-01T00:00:00+01:00', '2027-01-01T17:00:00+01:00', '2027-01-02T05:00:00+01:00', '2027-01-01T00:00:00+01:00'],
  ])('at %s, the evening and what is left of last night', (now, from, until, nightFrom) => {
    expect(tonight(at(now))).toEqual({ from: at(from).toISOString(), until: at(until).toISOString() });
    const dawn = at(`${now.slice(0, 10)}T05:00:00${from.slice(-6)}`).toISOString();
    expect(endingNight(at(now))).toEqual(nightFrom && { from: at(nightFrom).toISOString(), until: dawn });
  });

  it('never begin later than now or hours ago, on any minute of the days when the clocks change', () => {
    for (const noon of ['2026-10-25T11:00:00Z', '2027-03-28T11:00:00Z']) {
      for (let minute = -14 * 60; minute < 14 * 60; minute += 1) {
        const now = new Date(at(noon).getTime() + minute * 60_000);
        const age = now.getTime() - at(fromNow(now)).getTime();
        expect(age >= 0 && age < 3_600_000, now.toISOString()).toBe(true);
        const { from, until } = tonight(now);
        expect(from < until && now < at(until), now.toISOString()).toBe(true);
      }
    }
  });

  const vectors = readFileSync(join(import.meta.dirname, '../../../../tests/vectors/evenings.json'), 'utf8');
  it.each((JSON.parse(vectors) as { cases: { now: string; start: string; thisEvening: boolean }[] }).cases)(
    'at $now, what begins at $start is this evening: $thisEvening',
    ({ now, start, thisEvening }) => {
      expect(isTonight(at(start), at(now))).toBe(thisEvening);
    },
  );

  it.each([
    ['on Wednesday', '2026-11-25T11:20:00Z', '2026-11-27T23:00:00.000Z'],
    ['on Saturday', '2026-11-28T11:20:00Z', '2026-11-28T11:00:00.000Z'],
    ['on Sunday', '2026-11-29T11:20:00Z', '2026-11-29T11:00:00.000Z'],
  ])('weekend %s', (_name, now, from) => {
    expect(weekend(at(now))).toMatchObject({ from, until: '2026-11-29T23:00:00.000Z' });
  });

  it.each([
    ['the weekend to come', weekend(at('2026-11-25T13:20:00Z')), true],
    ['Saturday before dawn: the ball of Friday is not of it', weekend(at('2026-11-28T01:20:00Z')), true],
    ['Sunday before dawn: the ball of Saturday is', weekend(at('2026-11-29T01:20:00Z')), undefined],
    ['a day', wholeDay({ year: 2026, month: 11, day: 27 }), true],
    ['today, as a chosen day', wholeDay({ year: 2026, month: 11, day: 25 }), true],
    ['from now on', nextDays(at('2026-11-25T23:20:00Z'), 7), undefined],
    ['this evening', tonight(at('2026-11-25T13:20:00Z')), undefined],
  ])('begins with a day, %s', (_name, window, wholeDays) => {
    expect(window.wholeDays).toBe(wholeDays);
  });

  it.each([
    ['a ball of the evening before', '2026-11-26T21:00:00+01:00', '2026-11-27T01:00:00+01:00', false, '2026-11-26'],
    ['until the end of the night', '2026-11-26T21:00:00+01:00', '2026-11-27T05:00:00+01:00', false, '2026-11-26'],
    ['breakfast included', '2026-11-26T21:00:00+01:00', '2026-11-27T07:00:00+01:00', false, '2026-11-27'],
    ['nobody knows until when', '2026-11-26T22:30:00+01:00', null, false, '2026-11-26'],
    ['round the clock', '2026-11-26T10:00:00+01:00', '2026-11-27T10:00:00+01:00', false, '2026-11-27'],
    ['whole days', '2026-11-25T00:00:00+01:00', '2026-11-28T00:00:00+01:00', true, '2026-11-27'],
    ['its own day', '2026-11-28T22:00:00+01:00', '2026-11-29T02:00:00+01:00', false, '2026-11-28'],
    ['before dawn', '2026-11-28T00:30:00+01:00', '2026-11-28T02:00:00+01:00', false, '2026-11-28'],
  ])('puts a date on its day: %s', (_name, start, end, allDay, day) => {
    expect(dayOf({ start, end, allDay }, '2026-11-26T23:00:00.000Z')).toBe(day);
  });

  it('lasts 25 hours on the day when the clocks go back', () => {
    const { from, until } = wholeDay({ year: 2026, month: 10, day: 25 });
    expect((at(until).getTime() - at(from).getTime()) / 3_600_000).toBe(25);
  });

  it('of seven days ends with the seventh day', () => {
    expect(nextDays(at('2026-11-25T11:20:00Z'), 7)).toEqual({ from: '2026-11-25T11:00:00.000Z', until: '2026-12-01T23:00:00.000Z' });
  });
});

describe('months', () => {
  it.each([
    ['2026-11', { year: 2026, month: 11 }, '2026-10-26', '2026-12-06', 6],
    ['a February of four weeks', { year: 2027, month: 2 }, '2027-02-01', '2027-02-28', 4],
    ['a December', { year: 2026, month: 12 }, '2026-11-30', '2027-01-03', 5],
  ])('%s is whole weeks', (_name, month, first, last, count) => {
    const weeks = weeksOf(month);
    expect(weeks.length).toBe(count);
    expect([isoDay(weeks[0]![0]!), isoDay(weeks.at(-1)![6]!)]).toEqual([first, last]);
    expect(new Set(weeks.flat().map(isoDay)).size).toBe(7 * count);
  });

  it('follow each other over the year', () => {
    expect(monthAfter({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 });
    expect(monthAfter({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 });
  });

  it('have no day that is not theirs', () => {
    expect(sameDayInMonth({ year: 2027, month: 1, day: 31 }, 1)).toEqual({ year: 2027, month: 2, day: 28 });
    expect(sameDayInMonth({ year: 2026, month: 12, day: 15 }, 1)).toEqual({ year: 2027, month: 1, day: 15 });
  });
});

describe('a key in a calendar', () => {
  it.each([
    ['ArrowLeft', '2026-11-25'],
    ['ArrowDown', '2026-12-03'],
    ['Home', '2026-11-23'],
    ['End', '2026-11-29'],
    ['PageUp', '2026-10-26'],
    ['PageDown', '2026-12-26'],
  ])('%s leads to %s', (key, day) => {
    expect(isoDay(movedByKey(key, { year: 2026, month: 11, day: 26 })!)).toBe(day);
  });

  it.each(['a', 'Enter', 'toString'])('%s leads nowhere', (key) => {
    expect(movedByKey(key, { year: 2026, month: 11, day: 26 })).toBeUndefined();
  });
});
