import { describe, expect, it } from 'vitest';

import { calendarFile } from '../../src/programme/calendar';
import { programme, sharedFrom, sharedRows, sharedWords, toggledStarts } from '../../src/programme/changes';
import type { KeptOccurrence, ProgrammeRow, Said } from '../../src/programme/row';

const now = new Date('2026-11-26T12:00:00Z');
const friday = '2026-11-27T17:00:00Z';
const saturday = '2026-11-28T17:00:00Z';
const past = '2026-11-20T17:00:00Z';

function on(start: string, more: Partial<KeptOccurrence> = {}): KeptOccurrence {
  const end = new Date(Date.parse(start) + 7_200_000).toISOString();
  return { start, end, allDay: false, status: 'SCHEDULED', movedFrom: null, note: null, ...more };
}

const uid = 'e1-p-0-180000@traverse';
/** A date that a rule gives: 18:00 in Paris. */
const named = (start: string, day: string, more: Partial<KeptOccurrence> = {}): KeptOccurrence =>
  on(start, { uid, recurrenceId: `${day}T180000`, ...more });

function said(...occurrences: KeptOccurrence[]): Said {
  const event = {
    ...{ id: 'e1', name: 'Bal, au village; ce soir', summary: null, language: 'fr', categories: [], eventStatus: 'SCHEDULED' },
    ...{ status: 'SCHEDULED', start: friday, end: null, allDay: false, remaining: 1, longRunning: false, firstDate: '2026-11-27' },
    ...{ lastDate: '2026-11-27', venue: 'Place', commune: { code: '04070', name: 'Digne' }, latitude: 44.1, longitude: 6.2 },
    ...{ free: null, indoor: null, movedFrom: null, image: null, distance: null },
  } as Said['event'];
  return { event, occurrences };
}

function row(then: Said, today: Said, more: Partial<ProgrammeRow> = {}): ProgrammeRow {
  const keptAt = Date.parse('2026-11-15T12:00:00Z');
  return { eventId: 'e1', starts: [], keptAt, seenAt: 1, gone: false, then, now: today, ...more };
}

const only = (kept: ProgrammeRow) => {
  const { coming, past: over } = programme([kept], now);
  expect(coming.length + over.length).toBe(1);
  return [...coming, ...over][0]!;
};

describe('what has become of what is kept', () => {
  it('says nothing of what is as it was', () => {
    const asBefore = said(on(friday), on(saturday));
    expect(only(row(asBefore, asBefore))).toMatchObject({ change: null, past: false, date: { start: friday } });
  });

  it.each([
    ['CANCELLED', 'cancelled'],
    ['POSTPONED', 'postponed'],
    ['FULL', 'full'],
  ] as const)('says that it is %s', (status, change) => {
    const entry = only(row(said(on(friday)), said(on(friday, { status })), { starts: [friday] }));
    expect(entry).toMatchObject({ change, date: { status } });
  });

  it.each([[[]], [[friday]]])('follows an hour that was typed anew, with %j chosen, and never calls it off', (starts) => {
    const later = '2026-11-27T18:00:00Z';
    expect(only(row(said(on(friday)), said(on(later)), { starts }))).toMatchObject({ change: 'moved', before: friday, date: { start: later } });
    const twoDates = row(said(on(friday), on(saturday)), said(on(later), on(saturday)), { starts });
    expect(only(twoDates)).toMatchObject({ change: 'moved', before: friday, date: { start: later } });
  });

  it('does not take the other hour of a day for the one that is gone', () => {
    const matinee = on('2026-11-27T14:00:00Z');
    const entry = only(row(said(matinee, on(friday)), said(matinee), { starts: [friday] }));
    expect(entry).toMatchObject({ change: 'dropped', date: { start: friday } });
  });

  it('tells of a cancelled date, and not the next one in its place', () => {
    const entry = only(row(said(on(friday), on(saturday)), said(on(friday, { status: 'CANCELLED' }), on(saturday))));
    expect(entry).toMatchObject({ change: 'cancelled', date: { start: friday } });
  });

  it('follows a date that was moved, and says from when', () => {
    const moved = said(on(saturday, { movedFrom: friday }));
    for (const starts of [[], [friday]]) {
      expect(only(row(said(on(friday)), moved, { starts }))).toMatchObject({ change: 'moved', before: friday, date: { start: saturday } });
    }
  });

  it('follows a date that was moved once more, or back to its first day', () => {
    const sunday = '2026-11-29T17:00:00Z';
    const kept = said(on(saturday, { movedFrom: friday }));
    for (const [again, start] of [[on(sunday, { movedFrom: friday }), sunday], [on(friday), friday]] as const) {
      const entry = only(row(kept, said(again), { starts: [saturday] }));
      expect(entry).toMatchObject({ change: 'moved', before: saturday, date: { start } });
    }
  });

  it('has a date once that was kept twice', () => {
    const asBefore = said(on(friday));
    expect(only(row(asBefore, asBefore, { starts: [friday, friday] }))).toMatchObject({ change: null });
  });

  it('says that a date is no longer announced', () => {
    const entry = only(row(said(on(friday)), said(on(saturday)), { starts: [friday] }));
    expect(entry).toMatchObject({ change: 'dropped', date: { start: friday } });
  });

  it('says that an event was withdrawn, as long as it was to come', () => {
    expect(only(row(said(on(friday)), said(on(friday)), { gone: true }))).toMatchObject({ change: 'gone', past: false });
    expect(only(row(said(on(past)), said(on(past)), { gone: true }))).toMatchObject({ change: null, past: true });
  });

  it('was cancelled before it was kept: that is no news', () => {
    const off = said(on(friday, { status: 'CANCELLED' }));
    expect(only(row(off, off, { starts: [friday] }))).toMatchObject({ change: null, date: { status: 'CANCELLED' } });
  });

  it('goes on to the next date of an event once one is over', () => {
    const entry = only(row(said(on(past), on(friday)), said(on(past), on(friday))));
    expect(entry).toMatchObject({ change: null, past: false, date: { start: friday } });
  });

  it('drops to what is past, the latest first', () => {
    const rows = [
      row(said(on(past)), said(on(past)), { starts: [past] }),
      row(said(on(friday)), said(on(friday)), { eventId: 'e2', starts: [friday] }),
    ];
    const { coming, past: over } = programme(rows, now);
    expect([coming.map(({ eventId }) => eventId), over.map(({ eventId }) => eventId)]).toEqual([['e2'], ['e1']]);
  });

  it('has a line for each chosen date, by date', () => {
    const both = said(on(friday), on(saturday));
    const { coming } = programme([row(both, both, { starts: [saturday, friday] })], now);
    expect(coming.map(({ date }) => date.start)).toEqual([friday, saturday]);
  });
});

describe('hearts', () => {
  it('keep an event, one date of it, two, and let go', () => {
    expect(toggledStarts(null, null)).toEqual([]);
    expect(toggledStarts([], null)).toBeNull();
    expect(toggledStarts([], friday)).toEqual([friday]);
    expect(toggledStarts([saturday], friday)).toEqual([friday, saturday]);
    expect(toggledStarts([friday, saturday], '2026-11-27T18:00:00+01:00')).toEqual([saturday]);
    expect(toggledStarts([friday], friday)).toBeNull();
  });
});

describe('a shared programme', () => {
  it('comes back as it was', () => {
    const rows = [
      { eventId: 'abc', starts: [] },
      { eventId: 'd-e', starts: [new Date(friday).toISOString(), new Date(saturday).toISOString()] },
    ];
    expect([...sharedFrom(sharedWords(rows))]).toEqual(rows.map(({ eventId, starts }) => [eventId, starts]));
  });

  it.each(['', '@', '<script>', 'a@b', 'a@999999999999999', ',,,'])('is read without harm from %s', (text) => {
    for (const [id, starts] of sharedFrom(text)) {
      expect(id).toMatch(/^[\w-]+$/);
      expect(starts).toEqual([]);
    }
  });

  it('has an event once of which two were shared that became one, with the dates of both', () => {
    const { event, occurrences } = said(on(friday), on(saturday));
    const dates = occurrences.map((one) => ({ ...one, uid: null, recurrenceId: null }));
    const shared = ['old', 'e1'].map((askedFor) => ({ askedFor, event, sequence: 3, occurrences: dates }));
    const starts = (text: string) => sharedRows(shared, sharedFrom(text), 7).map(({ eventId, starts: chosen }) => [eventId, chosen]);
    const both = sharedWords([
      { eventId: 'e1', starts: [saturday] },
      { eventId: 'old', starts: [friday] },
    ]);
    expect(starts(both)).toEqual([['e1', [friday, saturday].map((one) => new Date(one).toISOString())]]);
    expect(starts('old,e1')).toEqual([['e1', []]]);
    expect(starts(sharedWords([{ eventId: 'old', starts: [friday] }]) + ',e1')).toEqual([['e1', []]]);
  });

  it('has a date once that is in it twice, and the whole event when that is in it too', () => {
    const minute = Date.parse(friday) / 60_000;
    const once = [['e1', [new Date(friday).toISOString()]]];
    for (const text of [`e1@${minute}@${minute}`, `e1@${minute},e1@${minute}`]) expect([...sharedFrom(text)]).toEqual(once);
    expect([...sharedFrom(`e1@${minute},e1`)]).toEqual([['e1', []]]);
  });

  it('is cut at a hundred events', () => {
    expect(sharedFrom(Array.from({ length: 500 }, (_, index) => `e${index}`).join(',')).size).toBe(100);
  });
});

describe('the calendar file', () => {
  const told = { name: 'Mon programme', origin: 'https://traverse.example', now, titled: (name: string, status: string) => `${status} ${name}` };
  const file = (kept: ProgrammeRow): string => calendarFile(programme([kept], now).coming, told).replace(/\r\n /g, '');
  const lines = (text: string, name: string): string[] =>
    text
      .slice(text.indexOf('END:VTIMEZONE'))
      .split('\r\n')
      .filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));

  it('has one entry per date, escaped, in the territory’s time', () => {
    const text = file(row(said(on(friday)), said(on(friday))));
    expect(lines(text, 'DTSTART')).toEqual(['DTSTART;TZID=Europe/Paris:20261127T180000']);
    expect(lines(text, 'DTEND')).toEqual(['DTEND;TZID=Europe/Paris:20261127T200000']);
    expect(lines(text, 'SUMMARY')).toEqual(['SUMMARY:SCHEDULED Bal\\, au village\\; ce soir']);
    expect(lines(text, 'STATUS')).toEqual(['STATUS:CONFIRMED']);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('calls dates of a rule as the event’s own calendar does, each once', () => {
    const both = { ...said(named(friday, '20261127'), named(saturday, '20261128')), sequence: 7 };
    const text = file(row(both, both, { starts: [friday, saturday] }));
    expect(lines(text, 'UID')).toEqual([`UID:${uid}`, `UID:${uid}`]);
    expect(lines(text, 'RECURRENCE-ID')).toEqual(['27', '28'].map((day) => `RECURRENCE-ID;TZID=Europe/Paris:202611${day}T180000`));
    expect(lines(text, 'SEQUENCE')).toEqual(['SEQUENCE:7', 'SEQUENCE:7']);
    expect(lines(text, 'RELATED-TO')).toEqual(['RELATED-TO:e1@traverse', 'RELATED-TO:e1@traverse']);
  });

  it('keeps the name of a date that was moved, with a later number', () => {
    const before = { ...said(named(friday, '20261127')), sequence: 7 };
    const after = { ...said(named(saturday, '20261127', { movedFrom: friday })), sequence: 8 };
    const [first, second] = [file(row(before, before, { starts: [friday] })), file(row(before, after, { starts: [friday] }))];
    for (const name of ['UID', 'RECURRENCE-ID']) expect(lines(second, name)).toEqual(lines(first, name));
    expect([...lines(first, 'SEQUENCE'), ...lines(second, 'SEQUENCE')]).toEqual(['SEQUENCE:7', 'SEQUENCE:8']);
    expect(lines(second, 'DTSTART')).toEqual(['DTSTART;TZID=Europe/Paris:20261128T180000']);
  });

  it('calls off under its old name a date that is no longer announced', () => {
    const before = { ...said(named(friday, '20261127')), sequence: 7 };
    const after = { ...said(named(saturday, '20261128')), sequence: 8 };
    const text = file(row(before, after, { starts: [friday] }));
    expect([lines(text, 'RECURRENCE-ID')[0], lines(text, 'STATUS')[0]]).toEqual([
      'RECURRENCE-ID;TZID=Europe/Paris:20261127T180000',
      'STATUS:CANCELLED',
    ]);
    expect(lines(text, 'SEQUENCE')).toEqual(['SEQUENCE:8']);
  });

  it('guesses the name of what was kept from a list without network: that of the event, or of its day', () => {
    const only = said(on(friday));
    expect(lines(file(row(only, only)), 'UID')).toEqual(['UID:e1@traverse']);
    const several = { ...only, event: { ...only.event, remaining: 2, lastDate: '2026-11-28' } };
    expect(lines(file(row(several, several)), 'UID')).toEqual(['UID:e1-20261127T180000@traverse']);
  });

  it('has chosen days of a row of whole days as one entry', () => {
    const days = ['27', '28', '29', '30'].map((day) => {
      const start = `2026-11-${day}T23:00:00Z`;
      return on(start, { allDay: true, end: new Date(Date.parse(start) + 86_400_000).toISOString(), uid: 'e1@traverse', recurrenceId: null });
    });
    const fair = said(...days);
    const chosen = (...indexes: number[]) => file(row(fair, fair, { starts: indexes.map((index) => days[index]!.start) }));
    expect(chosen(0, 1)).toContain('DTSTART;VALUE=DATE:20261128\r\nDTEND;VALUE=DATE:20261130\r\nSUMMARY');
    expect(chosen(0, 3)).toContain('RRULE:FREQ=DAILY;UNTIL=20261201\r\nEXDATE;VALUE=DATE:20261129,20261130\r\n');
    for (const text of [chosen(0), chosen(0, 1), chosen(0, 3)]) expect(lines(text, 'UID')).toEqual(['UID:e1@traverse']);
  });

  it('says in UTC the hour that comes twice', () => {
    const twice = said(on('2026-10-25T01:30:00Z', { end: '2026-10-25T03:00:00Z' }));
    const entries = programme([row(twice, twice)], new Date('2026-10-24T12:00:00Z')).coming;
    const text = calendarFile(entries, told);
    expect(lines(text, 'DTSTART')).toEqual(['DTSTART:20261025T013000Z']);
    expect(lines(text, 'DTEND')).toEqual(['DTEND;TZID=Europe/Paris:20261025T040000']);
  });

  it('has whole days as days of the territory', () => {
    const whole = on('2026-11-27T23:00:00Z', { allDay: true, end: '2026-11-28T23:00:00Z' });
    expect(file(row(said(whole), said(whole)))).toContain('DTSTART;VALUE=DATE:20261128\r\nDTEND;VALUE=DATE:20261129\r\n');
  });

  it('says what was cancelled', () => {
    expect(file(row(said(on(friday)), said(on(friday, { status: 'CANCELLED' }))))).toContain('STATUS:CANCELLED');
    expect(file(row(said(on(friday)), said(on(friday)), { gone: true }))).toContain('STATUS:CANCELLED');
  });

  it('folds long lines between characters', () => {
    const long = said(on(friday));
    long.event = { ...long.event, name: 'É🎵'.repeat(60) };
    const text = calendarFile(programme([row(long, long)], now).coming, told);
    expect(Math.max(...text.split('\r\n').map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    expect(text.replace(/\r\n /g, '')).toContain(`SUMMARY:SCHEDULED ${'É🎵'.repeat(60)}\r\n`);
  });
});
