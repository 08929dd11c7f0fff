import { describe, expect, it } from 'vitest';
import {
  asTyped,
  datesFaults,
  datesForms,
  daysOf,
  endsNextDay,
  formOf,
  toggleDay,
  typedIn,
  type DatesForm,
  type TypedDates,
} from '../../../src/announce/dates';

const today = '2026-06-01';
const tuesdays: TypedDates = { first: '2026-07-07', last: '2026-08-25', weekdays: [2], start: '09:00', end: '13:00' };

describe('daysOf', () => {
  it.each<[string, DatesForm, TypedDates, string[]]>([
    ['one day', 'one', { first: '2026-07-07' }, ['2026-07-07']],
    ['one day, whatever was typed in other forms', 'one', { ...tuesdays, others: ['2026-09-01'] }, ['2026-07-07']],
    ['days in a row over the end of a month', 'row', { first: '2026-06-29', last: '2026-07-02' }, ['2026-06-29', '2026-06-30', '2026-07-01', '2026-07-02']],
    ['days in a row without their last one', 'row', { first: '2026-06-29' }, ['2026-06-29']],
    ['days in a row but one', 'row', { first: '2026-06-29', last: '2026-07-01', except: ['2026-06-30'] }, ['2026-06-29', '2026-07-01']],
    ['chosen days, in order, each once', 'chosen', { others: ['2026-09-01', '2026-08-01', '2026-09-01'] }, ['2026-08-01', '2026-09-01']],
    ['over the change of hour', 'row', { first: '2026-10-24', last: '2026-10-26' }, ['2026-10-24', '2026-10-25', '2026-10-26']],
    ['a leap day', 'row', { first: '2028-02-28', last: '2028-03-01' }, ['2028-02-28', '2028-02-29', '2028-03-01']],
    ['nothing yet', 'one', {}, []],
    ['what is no day', 'one', { first: '2026-02-30' }, []],
    ['an end before the beginning', 'row', { first: '2026-07-02', last: '2026-07-01' }, []],
    ['every week, on no day yet', 'weekly', { first: '2026-07-07', last: '2026-08-25' }, []],
  ])('%s', (_name, form, typed, days) => {
    expect(daysOf(form, typed)).toEqual(days);
  });

  it('every Tuesday in July and August, not on the 14th, and a Sunday more', () => {
    const days = daysOf('weekly', { ...tuesdays, except: ['2026-07-14'], others: ['2026-08-30'] });
    expect(days).toEqual(['2026-07-07', '2026-07-21', '2026-07-28', '2026-08-04', '2026-08-11', '2026-08-18', '2026-08-25', '2026-08-30']);
  });

  it('does not count what nobody could mean', () => {
    expect(daysOf('row', { first: '2026-01-01', last: '9999-01-01' })).toEqual([]);
  });
});

describe('toggleDay', () => {
  it('on a day of the rule leaves it out, and once more puts it back', () => {
    const out = toggleDay('weekly', tuesdays, '2026-07-14');
    expect(out.except).toEqual(['2026-07-14']);
    expect(daysOf('weekly', out)).not.toContain('2026-07-14');
    expect(daysOf('weekly', toggleDay('weekly', out, '2026-07-14'))).toEqual(daysOf('weekly', tuesdays));
  });

  it('on another day adds it, and once more takes it away', () => {
    const more = toggleDay('weekly', tuesdays, '2026-07-12');
    expect(daysOf('weekly', more)).toContain('2026-07-12');
    expect(daysOf('weekly', toggleDay('weekly', more, '2026-07-12'))).toEqual(daysOf('weekly', tuesdays));
  });

  it('chooses the one day, and another one in its place', () => {
    const first = toggleDay('one', {}, '2026-07-14');
    expect(daysOf('one', toggleDay('one', first, '2026-07-15'))).toEqual(['2026-07-15']);
    expect(daysOf('one', toggleDay('one', first, '2026-07-14'))).toEqual([]);
  });

  it('begins and ends days in a row by two taps', () => {
    const row = ['2026-07-14', '2026-07-16'].reduce((typed, day) => toggleDay('row', typed, day), {} as TypedDates);
    expect(daysOf('row', row)).toEqual(['2026-07-14', '2026-07-15', '2026-07-16']);
  });

  it.each(datesForms)('in the form "%s", any day becomes the contrary of what it was', (form) => {
    const typed: TypedDates = { ...tuesdays, others: ['2026-07-09'], except: ['2026-07-21'] };
    for (const day of ['2026-07-07', '2026-07-08', '2026-07-09', '2026-07-21']) {
      const before = daysOf(form, typed).includes(day);
      expect(daysOf(form, toggleDay(form, typed, day)).includes(day), day).toBe(!before);
    }
  });
});

describe('what was typed', () => {
  it('leaves out what the form does not say', () => {
    expect(typedIn('one', { ...tuesdays, except: ['2026-07-14'] })).toEqual({ first: '2026-07-07', start: '09:00', end: '13:00' });
    expect(typedIn('chosen', { ...tuesdays, others: ['2026-09-02', '2026-09-01'], end: '' })).toEqual({
      others: ['2026-09-01', '2026-09-02'],
      start: '09:00',
    });
  });

  it.each<[TypedDates, DatesForm]>([
    [{ first: '2026-07-07' }, 'one'],
    [{ first: '2026-07-07', last: '2026-07-07' }, 'one'],
    [{ first: '2026-07-07', last: '2026-07-09' }, 'row'],
    [tuesdays, 'weekly'],
    [{ others: ['2026-07-07', '2026-07-12'] }, 'chosen'],
    [{ first: '2026-07-07', others: ['2026-07-12'] }, 'chosen'],
  ])('%j comes back in the form "%s", with the same days', (typed, form) => {
    expect(formOf(typed)).toBe(form);
    const whole = [...new Set([...daysOf('row', { ...typed, others: [] }), ...(typed.others ?? [])])];
    const meant = form === 'weekly' ? daysOf('weekly', typed) : whole;
    expect(daysOf(form, asTyped(typed))).toEqual(meant);
  });

  it('ends on the next day when the end is not after the beginning', () => {
    expect([endsNextDay({ start: '21:00', end: '02:00' }), endsNextDay({ start: '21:00', end: '23:00' }), endsNextDay({ start: '21:00' })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('datesFaults', () => {
  it.each<[string, DatesForm, TypedDates, string[]]>([
    ['nothing wrong', 'weekly', tuesdays, []],
    ['no day', 'one', {}, ['first noDate']],
    ['no day chosen', 'chosen', { start: '09:00' }, ['others noDates']],
    ['no last day', 'row', { first: '2026-07-07' }, ['last noLast']],
    ['neither', 'row', {}, ['first noDate', 'last noLast']],
    ['the wrong way round', 'row', { first: '2026-07-07', last: '2026-07-01' }, ['last lastBeforeFirst']],
    ['for ever', 'row', { first: '2026-07-07', last: '2066-07-01' }, ['last tooLong']],
    ['no weekday', 'weekly', { ...tuesdays, weekdays: [] }, ['weekdays noWeekday']],
    ['a weekday that does not come', 'weekly', { ...tuesdays, last: '2026-07-08', weekdays: [7] }, ['weekdays noSuchDay']],
    ['every day left out', 'row', { first: '2026-07-07', last: '2026-07-08', except: ['2026-07-07', '2026-07-08'] }, ['last noSuchDay']],
    ['an end and no beginning', 'one', { first: '2026-07-07', end: '13:00' }, ['start endWithoutStart']],
    ['no hour of the clock', 'one', { first: '2026-07-07', start: '25:00' }, ['start badHour']],
    ['over', 'one', { first: '2026-05-31' }, ['first past']],
    ['today', 'one', { first: today }, []],
    ['begun, not over', 'row', { first: '2026-05-01', last: '2026-06-02' }, []],
  ])('%s', (_name, form, typed, faults) => {
    expect(datesFaults(form, typed, today).map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
  });
});
