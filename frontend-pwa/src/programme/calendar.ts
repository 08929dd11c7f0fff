/** My programme as a calendar file, made on the phone: it needs no network. RFC 5545. Pure. */

import { isoDay, localTime } from '../words/windows';
import type { Entry } from './changes';

const statuses: Record<string, string> = { CANCELLED: 'CANCELLED', POSTPONED: 'CANCELLED', UNCONFIRMED: 'TENTATIVE' };

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

const utc = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
const day = (instant: Date): string => isoDay(localTime(instant)).replace(/-/g, '');

function entryLines({ eventId, event, date, change }: Entry, origin: string, stamp: Date): string[] {
  const start = new Date(date.start);
  const end = date.end === null ? null : new Date(date.end);
  const where = [event.venue, event.commune?.name].filter(Boolean).join(', ');
  const status = change === 'gone' || change === 'dropped' ? 'CANCELLED' : statuses[date.status];
  return [
    'BEGIN:VEVENT',
    // Of one date of the event: the event itself is `id@traverse`, which may be in the same calendar.
    `UID:${eventId}-${utc(start)}@traverse`,
    `DTSTAMP:${utc(stamp)}`,
    date.allDay ? `DTSTART;VALUE=DATE:${day(start)}` : `DTSTART:${utc(start)}`,
    ...(end === null ? [] : [date.allDay ? `DTEND;VALUE=DATE:${day(end)}` : `DTEND:${utc(end)}`]),
    `SUMMARY:${escaped(event.name)}`,
    ...(event.summary ? [`DESCRIPTION:${escaped(event.summary)}`] : []),
    ...(where ? [`LOCATION:${escaped(where)}`] : []),
    ...(event.latitude === null || event.longitude === null ? [] : [`GEO:${event.latitude};${event.longitude}`]),
    `URL:${origin}/event/${eventId}`,
    `STATUS:${status ?? 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

export function calendarFile(entries: readonly Entry[], { name, origin, now }: { name: string; origin: string; now: Date }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Traverse//Programme//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => entryLines(entry, origin, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
