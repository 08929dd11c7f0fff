import { beforeEach, describe, expect, it } from 'vitest';
import { chooseKind, openForm, press, tapDay, ticked, type, valueOf } from './datesForm';

const market = { first: '2099-07-01', last: '2099-07-31', start: '09:00', end: '13:00' };
const tuesdays = ['2099-07-07', '2099-07-14', '2099-07-21', '2099-07-28'].map((day) => ({ day, hours: '09:00–13:00' }));

const changes = (): unknown => JSON.parse(valueOf('changes') || '[]');

describe('a date of the calendar', () => {
  beforeEach(() => openForm(market, tuesdays));

  it.each(['cancelled', 'full'])('stays %s until it is said where it is moved', (state) => {
    tapDay('2099-07-14', state);
    tapDay('2099-07-14', 'moved');
    expect(valueOf(state)).toBe('14/07/2099');
    expect(changes()).toEqual([]);

    type('[data-day-new="new_day"]', '2099-07-16');
    expect(valueOf(state)).toBe('');
    expect(changes()).toEqual([{ day: '2099-07-14', status: 'moved', new_day: '2099-07-16' }]);
  });

  it('keeps its remark, and takes another, while it is not said where it is moved', () => {
    tapDay('2099-07-14', 'cancelled');
    type('[data-day-note]', 'Orage');
    tapDay('2099-07-14', 'moved');
    const storm = { day: '2099-07-14', status: 'cancelled', note: { fr: 'Orage' } };
    expect(changes()).toEqual([storm]);
    type('[data-day-note]', 'Orage annoncé');
    expect(changes()).toEqual([{ ...storm, note: { fr: 'Orage annoncé' } }]);
  });

  it('that was taken out is not one again because somebody looked at where it could be moved', () => {
    tapDay('2099-07-14', 'none');
    expect(valueOf('except')).toBe('14/07/2099');
    tapDay('2099-07-14', 'moved');
    expect(valueOf('except')).toBe('14/07/2099');
  });

  it('stays where it was moved when the boxes are emptied', () => {
    tapDay('2099-07-14', 'moved');
    type('[data-day-new="new_start"]', '18:00');
    type('[data-day-new="new_start"]', '');
    expect(changes()).toEqual([{ day: '2099-07-14', status: 'moved', new_start: '18:00' }]);
  });
});

describe('the kind of dates', () => {
  it.each(['single', 'range', 'monthly', 'dates'])('a look at "%s" loses nothing of what was typed for each week', (kind) => {
    openForm({ ...market, every: '', except: '14/07/2099', others: '01/08/2099' });
    press('[name="when_weekdays"][value="2"]');
    type('[name="when_every"]', '2');
    type('[name="when_holidays"]', 'except');
    chooseKind(kind);
    chooseKind('weekly');
    expect(ticked('weekdays')).toEqual(['2']);
    expect(['last', 'every', 'holidays', 'except', 'others'].map(valueOf)).toEqual([
      '2099-07-31',
      '2',
      'except',
      '14/07/2099',
      '01/08/2099',
    ]);
  });

  it('only sends what belongs to it', () => {
    openForm({ ...market, except: '14/07/2099' });
    press('[name="when_weekdays"][value="2"]');
    chooseKind('single');
    expect(ticked('weekdays')).toEqual([]);
    expect(['last', 'except'].map(valueOf)).toEqual(['', '']);
  });

  it('brings nothing back over what was typed since', () => {
    openForm(market);
    press('[name="when_weekdays"][value="2"]');
    chooseKind('single');
    chooseKind('range');
    type('[name="when_last"]', '2099-08-31');
    chooseKind('single');
    chooseKind('weekly');
    expect(valueOf('last')).toBe('2099-08-31');
    expect(ticked('weekdays')).toEqual(['2']);
  });
});

describe('hours in rows', () => {
  it.each(['more_slots', 'own_hours'])('an end without its beginning is not dropped without a word (%s)', (name) => {
    openForm(market, tuesdays);
    press(`[data-field="${name}"] .tr-rows + button`);
    const row = `[data-field="${name}"] .tr-rows__row`;
    if (name === 'own_hours') type(`${row} [data-part="day"]`, '2099-08-03');
    type(`${row} [data-part="end"]`, '18:00');
    expect(valueOf(name)).toBe(name === 'own_hours' ? '03/08/2099 -18:00' : '-18:00');
    type(`${row} [data-part="start"]`, '15:00');
    expect(valueOf(name)).toBe(name === 'own_hours' ? '03/08/2099 15:00-18:00' : '15:00-18:00');
  });
});
