import { describe, expect, it } from 'vitest';

import { standingOf, statusOfEvent, type EventStatus } from '../../../src/words/status';

const series = { firstDate: '2026-11-25', lastDate: '2026-12-30' };
const once = { firstDate: '2026-11-25', lastDate: '2026-11-25' };

describe('standingOf', () => {
  it('says nothing of what goes as announced', () => {
    const standing = standingOf({ ...series, status: 'SCHEDULED', eventStatus: 'SCHEDULED' });
    expect(standing).toMatchObject({ words: null, eventStopped: false, dateStopped: false, unsure: false });
  });

  it.each(['CANCELLED', 'POSTPONED'] as const)('strikes an event that is %s, with its dates', (status) => {
    for (const dates of [series, once]) {
      const standing = standingOf({ ...dates, status, eventStatus: status });
      expect(standing).toMatchObject({ words: `status.${status}`, icon: 'x', eventStopped: true, dateStopped: true });
    }
  });

  it.each(['CANCELLED', 'POSTPONED', 'FULL'] as const)('says that one date of a series is %s and leaves the series alone', (status) => {
    const standing = standingOf({ ...series, status, eventStatus: 'SCHEDULED' });
    expect(standing).toMatchObject({ words: `status.date.${status}`, eventStopped: false, dateStopped: status !== 'FULL' });
  });

  it('strikes an event whose only date is cancelled', () => {
    const standing = standingOf({ ...once, status: 'CANCELLED', eventStatus: 'SCHEDULED' });
    expect(standing).toMatchObject({ words: 'status.CANCELLED', eventStopped: true, dateStopped: true });
  });

  it.each(['FULL', 'SCHEDULED', 'UNCONFIRMED'] as const)('does not let a date that is %s hide that all is cancelled', (status) => {
    const standing = standingOf({ ...series, status, eventStatus: 'CANCELLED' });
    expect(standing).toMatchObject({ words: 'status.CANCELLED', eventStopped: true, dateStopped: true });
  });

  it('lets the cancelled date of a full or unconfirmed series say that it is cancelled', () => {
    for (const eventStatus of ['FULL', 'UNCONFIRMED'] as const) {
      const standing = standingOf({ ...series, status: 'CANCELLED', eventStatus });
      expect(standing).toMatchObject({ words: 'status.date.CANCELLED', eventStopped: false, dateStopped: true, unsure: false });
    }
  });

  it('gives no date to confirm as sure', () => {
    for (const status of ['UNCONFIRMED', 'SCHEDULED'] as EventStatus[]) {
      const standing = standingOf({ ...series, status, eventStatus: 'UNCONFIRMED' });
      expect(standing).toMatchObject({ words: 'status.UNCONFIRMED', icon: 'info', unsure: true, dateStopped: false });
    }
  });

  it('takes the status of the date for that of the event in an answer kept by an older app', () => {
    expect(standingOf({ ...series, status: 'CANCELLED' })).toMatchObject({ words: 'status.CANCELLED', eventStopped: true });
  });
});

describe('statusOfEvent', () => {
  const dates = (...statuses: EventStatus[]) => statuses.map((status) => ({ status }));

  it.each([
    ['SCHEDULED', dates('SCHEDULED', 'CANCELLED'), 'SCHEDULED'],
    ['SCHEDULED', dates('CANCELLED', 'SCHEDULED'), 'SCHEDULED'],
    ['SCHEDULED', dates('CANCELLED', 'CANCELLED'), 'CANCELLED'],
    ['SCHEDULED', dates('CANCELLED', 'POSTPONED'), 'CANCELLED'],
    ['SCHEDULED', dates('FULL'), 'FULL'],
    ['SCHEDULED', dates('FULL', 'SCHEDULED'), 'SCHEDULED'],
    ['SCHEDULED', dates('FULL', 'CANCELLED'), 'SCHEDULED'],
    ['UNCONFIRMED', dates('CANCELLED', 'CANCELLED'), 'CANCELLED'],
    ['UNCONFIRMED', dates('CANCELLED', 'UNCONFIRMED'), 'UNCONFIRMED'],
    ['CANCELLED', dates('FULL'), 'CANCELLED'],
    ['POSTPONED', [], 'POSTPONED'],
    ['SCHEDULED', [], 'SCHEDULED'],
  ] as const)('%s with dates %j is %s', (whole, given, expected) => {
    expect(statusOfEvent(whole, [...given])).toBe(expected);
  });
});

it('does not take a series of which nobody said since when nor until when for a single date', () => {
  const weekly = { status: 'CANCELLED', eventStatus: 'SCHEDULED', firstDate: null, lastDate: null } as const;
  expect(standingOf(weekly).words).toBe(standingOf({ ...weekly, ...series }).words);
  expect(standingOf(weekly).words).not.toBe(standingOf({ ...weekly, ...once }).words);
});
