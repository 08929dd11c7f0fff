/**
 * My programme as a calendar file, made on the phone: it needs no network. RFC 5545. Pure.
 *
 * A date is called as the event's own calendar file calls it (`agenda/exports/calendar.py`): whoever has both has it once.
 */

import { dayAfter, daysBetween, isoDay, localTime, territoryZone, type Day } from '../words/windows';
import type { Entry } from './changes';

const statuses: Record<string, string> = { CANCELLED: 'CANCELLED', POSTPONED: 'CANCELLED', UNCONFIRMED: 'TENTATIVE' };

/** As `tourism/schedule/ical/writing.py` writes it: the European rule since 1996. */
const zone = [
  'BEGIN:VTIMEZONE',
  `TZID:${territoryZone}`,
  ...['BEGIN:DAYLIGHT', 'DTSTART:19960331T020000', 'TZNAME:CEST', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
  ...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
  ...['BEGIN:STANDARD', 'DTSTART:19961027T030000', 'TZNAME:CET', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
  ...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
  'END:VTIMEZONE',
];

function escaped(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/\r?\n/g, '\\n').replace(/([,;])/g, '\\$1');
}

const utf8 = new TextEncoder();

/** Lines of at most 75 bytes, cut between characters. */
function folded(line: string): string {
  let out = '';
  let length = 0;
  for (const character of line) {
    const bytes = utf8.encode(character).length;
    if (length + bytes > 75) {
      out += '\r\n ';
      length = 1;
    }
    out += character;
    length += bytes;
  }
  return out;
}

const hourMs = 3_600_000;
const utc = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
const digits = (day: Day): string => isoDay(day).replace(/-/g, '');

function local(instant: Date): string {
  const time = localTime(instant);
  return `${digits(time)}T${String(time.hour).padStart(2, '0')}${String(time.minute).padStart(2, '0')}00`;
}

/** In local time, which calendars compare with that of a rule; in UTC where it would be read as an hour earlier. */
function timed(name: string, instant: Date): string {
  const again = local(new Date(instant.getTime() - hourMs)) === local(instant);
  return again ? `${name}:${utc(instant)}` : `${name};TZID=${territoryZone}:${local(instant)}`;
}

/** What the server called it; of what was kept from a list and never heard of since, what it most likely calls it. */
function uidOf({ eventId, event, date }: Entry): string {
  if (date.uid) return date.uid;
  if (event.firstDate !== null && event.firstDate === event.lastDate && event.remaining <= 1) return `${eventId}@traverse`;
  const announced = new Date(date.movedFrom ?? date.start);
  return `${eventId}-${date.allDay ? digits(localTime(announced)) : local(announced)}@traverse`;
}

function recurrenceLine(id: string): string {
  return id.includes('T') ? `RECURRENCE-ID;TZID=${territoryZone}:${id}` : `RECURRENCE-ID;VALUE=DATE:${id}`;
}

/** Whole days of one entry, one or several: in a row, or those of a row that were chosen. */
function wholeDays(days: Day[]): string[] {
  const first = days[0]!;
  const last = days.at(-1)!;
  const length = daysBetween(first, last) + 1;
  const chosen = new Set(days.map(digits));
  if (length === chosen.size) return [`DTSTART;VALUE=DATE:${digits(first)}`, `DTEND;VALUE=DATE:${digits(dayAfter(last, 1))}`];
  const others = Array.from({ length }, (_, index) => digits(dayAfter(first, index))).filter((day) => !chosen.has(day));
  return [
    `DTSTART;VALUE=DATE:${digits(first)}`,
    `DTEND;VALUE=DATE:${digits(dayAfter(first, 1))}`,
    `RRULE:FREQ=DAILY;UNTIL=${digits(last)}`,
    `EXDATE;VALUE=DATE:${others.join(',')}`,
  ];
}

function dateLines(dates: Entry['date'][]): string[] {
  const first = dates[0]!;
  const start = new Date(first.start);
  const time = localTime(start);
  // Midnight of a rule that gives days: only the end is known, and a calendar file has no word for that.
  const noHour = first.recurrenceId != null && !first.recurrenceId.includes('T') && time.hour + time.minute === 0;
  if (first.allDay || noHour) return wholeDays(dates.map((one) => localTime(new Date(one.start))));
  const end = dates.at(-1)!.end;
  return [timed('DTSTART', start), ...(end === null ? [] : [timed('DTEND', new Date(end))])];
}

export interface Told {
  /** Name of the calendar. */
  name: string;
  origin: string;
  now: Date;
  /** The name of an event, with its state when calendars have no word for it: "Complet : Fête". */
  titled: (name: string, status: Entry['date']['status']) => string;
}

/** One entry; several dates are days in a row, or parts of a long date, that one entry of the event's file holds. */
function entryLines(entries: Entry[], { origin, now, titled }: Told): string[] {
  const entry = entries[0]!;
  const { eventId, event, date, change, sequence } = entry;
  const uid = uidOf(entry);
  const where = [event.venue, event.commune?.name].filter(Boolean).join(', ');
  const status = change === 'gone' || change === 'dropped' ? 'CANCELLED' : statuses[date.status];
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    ...(date.recurrenceId ? [recurrenceLine(date.recurrenceId)] : []),
    ...(uid === `${eventId}@traverse` ? [] : [`RELATED-TO:${eventId}@traverse`]),
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${sequence}`,
    ...dateLines(entries.map((one) => one.date)),
    `SUMMARY:${escaped(titled(event.name, date.status))}`,
    ...(event.summary ? [`DESCRIPTION:${escaped(event.summary)}`] : []),
    ...(where ? [`LOCATION:${escaped(where)}`] : []),
    ...(event.latitude === null || event.longitude === null ? [] : [`GEO:${event.latitude};${event.longitude}`]),
    `URL:${origin}/event/${eventId}`,
    `STATUS:${status ?? 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

export function calendarFile(entries: readonly Entry[], told: Told): string {
  const byName = new Map<string, Entry[]>();
  for (const entry of [...entries].sort((a, b) => Date.parse(a.date.start) - Date.parse(b.date.start))) {
    const name = `${uidOf(entry)} ${entry.date.recurrenceId ?? ''}`;
    byName.set(name, [...(byName.get(name) ?? []), entry]);
  }
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Traverse//Programme//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(told.name)}`,
    ...zone,
    ...[...byName.values()].flatMap((same) => entryLines(same, told)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
