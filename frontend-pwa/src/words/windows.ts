/** Windows of time of the agenda, in the territory's own hours whatever the phone says. */

export const territoryZone = 'Europe/Paris';

export interface Window {
  from: string;
  until: string;
  /** It begins with a day: what began on the evening before and ends in the small hours is not of it. */
  wholeDays?: true;
}

export interface Day {
  year: number;
  month: number;
  day: number;
}

const reader = new Intl.DateTimeFormat('en-GB', {
  timeZone: territoryZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

export interface LocalTime extends Day {
  hour: number;
  minute: number;
}

/** The hands of the clock in the territory at this instant. */
export function localTime(instant: Date): LocalTime {
  const parts = Object.fromEntries(reader.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return { year: parts['year']!, month: parts['month']!, day: parts['day']!, hour: parts['hour']!, minute: parts['minute']! };
}

/** The instant at which the territory's clock shows this; days may overflow their month. */
export function instantOf({ year, month, day }: Day, hour = 0, minute = 0): Date {
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  let instant = wanted;
  // Twice, because the first guess may sit on the other side of a change of hour.
  for (let round = 0; round < 2; round += 1) {
    const shown = localTime(new Date(instant));
    instant += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute);
  }
  return new Date(instant);
}

export function dayAfter({ year, month, day }: Day, days: number): Day {
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** Days between two dates of the calendar, negative when `b` is before `a`. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.UTC(b.year, b.month - 1, b.day) - Date.UTC(a.year, a.month - 1, a.day)) / 86_400_000);
}

export function isoDay({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Reads `2026-11-28`; anything else is undefined. */
export function dayFromIso(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isoDay(dayAfter(day, 0)) === text ? day : undefined;
}

/** 1 is Monday, 7 is Sunday. */
export function weekday({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

const hourMs = 3_600_000;

/** Whole hours, so that every phone of the same hour asks the same question and caches can answer. */
function thisHour(now: Date): Date {
  // Not through the territory's clock: in autumn it shows 2:00 twice, and this would be the second one.
  return new Date(Math.floor(now.getTime() / hourMs) * hourMs);
}

function windowOf(from: Date, until: Date): Window {
  return { from: from.toISOString(), until: until.toISOString() };
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

/** From the beginning of a day, or from a moment after it; until the end of another. */
function windowOfDays(first: Day, last: Day, notBefore = instantOf(first)): Window {
  const from = later(instantOf(first), notBefore);
  const window = windowOf(from, instantOf(dayAfter(last, 1)));
  // Further on, the night that ends may be that of one of these days.
  return daysBetween(first, localTime(from)) === 0 ? { ...window, wholeDays: true } : window;
}

export function today(now: Date): Window {
  const day = localTime(now);
  return windowOf(thisHour(now), instantOf(dayAfter(day, 1)));
}

/** As in `agenda/schedule.py`. */
export const eveningHour = 17;
const nightEndHour = 5;

/** Does it begin this evening? After midnight, "this evening" is the one to come. */
export function isTonight(start: Date, now: Date): boolean {
  const time = localTime(start);
  return time.hour >= eveningHour && daysBetween(localTime(now), time) === 0;
}

/** From 17:00 to 5:00 of the next day. After midnight it is the evening to come: what ends is the `endingNight`. */
export function tonight(now: Date): Window {
  const day = localTime(now);
  return windowOf(later(instantOf(day, eveningHour), thisHour(now)), instantOf(dayAfter(day, 1), nightEndHour));
}

/** What is left of last night, from midnight to 5:00; then there is nothing left of it. */
export function endingNight(now: Date): Window | null {
  const time = localTime(now);
  return time.hour < nightEndHour ? windowOf(thisHour(now), instantOf(time, nightEndHour)) : null;
}

/** Saturday and Sunday; during the weekend, what is left of it. */
export function weekend(now: Date): Window {
  const day = localTime(now);
  const number = weekday(day);
  const saturday = dayAfter(day, 6 - number);
  return windowOfDays(saturday, dayAfter(saturday, 1), thisHour(now));
}

/** From now to the end of the seventh day. */
export function nextDays(now: Date, days: number): Window {
  return windowOf(thisHour(now), instantOf(dayAfter(localTime(now), days)));
}

export function wholeDay(day: Day): Window {
  return windowOfDays(day, day);
}

/** The day on which a date stands: its own when it ends in its night or nobody said when, and for what lasts longer that of `from`. */
export function dayOf({ start, end, allDay }: { start: string; end: string | null; allDay: boolean }, from: string): string {
  const day = localTime(new Date(start));
  const earlier = new Date(start) < new Date(from);
  const lasts = allDay || (end !== null && new Date(end) > instantOf(dayAfter(day, 1), nightEndHour));
  return isoDay(earlier && lasts ? localTime(new Date(from)) : day);
}

/** The whole hour in which we are: from then on there is no end. */
export function fromNow(now: Date): string {
  return thisHour(now).toISOString();
}

/** From the beginning of a day, or from now when that has passed, to the end of another. */
export function dayRange(first: Day, last: Day, now: Date): Window {
  // What is over is asked for whole.
  return instantOf(dayAfter(last, 1)) <= now ? windowOfDays(first, last) : windowOfDays(first, last, thisHour(now));
}

export interface Month {
  year: number;
  month: number;
}

export function monthAfter({ year, month }: Month, months: number): Month {
  const moved = dayAfter({ year, month: month + months, day: 1 }, 0);
  return { year: moved.year, month: moved.month };
}

/** The same day of another month; the last one of it when it has no such day. */
export function sameDayInMonth(day: Day, months: number): Day {
  const { year, month } = monthAfter(day, months);
  return { year, month, day: Math.min(day.day, dayAfter({ year, month: month + 1, day: 1 }, -1).day) };
}

export function weekOf(day: Day): Day[] {
  const monday = dayAfter(day, 1 - weekday(day));
  return [0, 1, 2, 3, 4, 5, 6].map((number) => dayAfter(monday, number));
}

const keyMoves: Record<string, (day: Day) => Day> = {
  ArrowLeft: (day) => dayAfter(day, -1),
  ArrowRight: (day) => dayAfter(day, 1),
  ArrowUp: (day) => dayAfter(day, -7),
  ArrowDown: (day) => dayAfter(day, 7),
  Home: (day) => dayAfter(day, 1 - weekday(day)),
  End: (day) => dayAfter(day, 7 - weekday(day)),
  PageUp: (day) => sameDayInMonth(day, -1),
  PageDown: (day) => sameDayInMonth(day, 1),
};

/** Where a key leads from a day of a calendar; undefined for a key that leads nowhere. */
export function movedByKey(key: string, day: Day): Day | undefined {
  return Object.hasOwn(keyMoves, key) ? keyMoves[key]!(day) : undefined;
}

/** The weeks, from Monday, that hold a day of the month. */
export function weeksOf({ year, month }: Month): Day[][] {
  const last = dayAfter({ year, month: month + 1, day: 1 }, -1);
  const weeks = [weekOf({ year, month, day: 1 })];
  while (daysBetween(weeks.at(-1)![6]!, last) > 0) weeks.push(weekOf(dayAfter(weeks.at(-1)![6]!, 1)));
  return weeks;
}
