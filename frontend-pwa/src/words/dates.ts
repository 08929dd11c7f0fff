/** Dates as people say them: "ce soir 18 h", "demain", "sam. 28 nov.". */

import { messageIn, type Language } from '../i18n/translate';
import { dayAfter, daysBetween, eveningHour, instantOf, isTonight, localTime, territoryZone, type LocalTime } from './windows';

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB', it: 'it-IT', de: 'de-DE', es: 'es-ES', nl: 'nl-NL' };

export function localeOf(language: Language): string {
  return locales[language];
}

/** As in `tourism/schedule/hours.py`. */
const assumedLength = 3 * 3_600_000;

const nbsp = '\u00a0';
const formats = new Map<string, Intl.DateTimeFormat>();

function format(instant: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(options);
  let formatter = formats.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locales[language], { timeZone: territoryZone, ...options });
    formats.set(key, formatter);
  }
  if (language !== 'fr' || !options.day) return formatter.format(instant);
  return formatter.formatToParts(instant).map(({ type, value }) => (type === 'day' ? dayNumber(value, language) : value)).join('');
}

/** A day of a month as its name has it: "1er mars" is the one that French does not count. */
export function dayNumber(day: number | string, language: Language): string {
  return language === 'fr' && `${day}` === '1' ? '1er' : `${day}`;
}

/** How each language says an hour: what goes around the numbers, and the numbers. As `tourism/schedule/grammar.py`. */
interface Clock {
  before: string;
  after: string;
  say: (hour: number, minutes: string) => string;
}

const sharp = '00';
const pointed = (hour: number, minutes: string): string => `${hour}.${minutes}`;
const colon = (hour: number, minutes: string): string => `${hour}:${minutes}`;
const clocks: Record<Language, Clock> = {
  fr: { before: '', after: '', say: (hour, minutes) => (minutes === sharp ? `${hour}${nbsp}h` : `${hour}${nbsp}h${nbsp}${minutes}`) },
  en: { before: '', after: '', say: twelveHours },
  it: { before: `ore${nbsp}`, after: '', say: (hour, minutes) => (minutes === sharp ? String(hour) : pointed(hour, minutes)) },
  de: { before: '', after: `${nbsp}Uhr`, say: (hour, minutes) => (minutes === sharp ? String(hour) : colon(hour, minutes)) },
  es: { before: '', after: '', say: colon },
  nl: { before: '', after: `${nbsp}uur`, say: pointed },
};

function twelveHours(hour: number, minutes: string): string {
  if (hour % 12 === 0 && minutes === sharp) return hour === 12 ? 'noon' : 'midnight';
  return `${hour % 12 || 12}${minutes === sharp ? '' : `:${minutes}`}${nbsp}${hour < 12 ? 'am' : 'pm'}`;
}

/** Languages in which a day ends at 24 and begins at 0; French and English say midnight. */
const endsAt24: readonly Language[] = ['de', 'it', 'nl'];

function numbersOf(instant: Date, language: Language, end = false): string {
  const { hour, minute } = localTime(instant);
  const midnight = end && hour === 0 && minute === 0;
  if (midnight && language === 'fr') return 'minuit';
  return clocks[language].say(midnight && endsAt24.includes(language) ? 24 : hour, String(minute).padStart(2, '0'));
}

/** Whether an hour comes with a word of its own, which makes it long: "18:30 Uhr", "ore 18.30", but not "18 h 30". */
export function isWordy(language: Language): boolean {
  const { before, after } = clocks[language];
  return Boolean(before || after);
}

/** "18 h", "14 h 30"; "6 pm", "18 Uhr", "ore 18", "18:00", "18.00 uur". */
export function hourInWords(instant: Date, language: Language): string {
  const { before, after } = clocks[language];
  return before + numbersOf(instant, language) + after;
}

/** The hour at which something ends: "minuit", "24 Uhr" where the other is "0 h", "0 Uhr". */
export function endHourInWords(instant: Date, language: Language): string {
  const { before, after } = clocks[language];
  return before + numbersOf(instant, language, true) + after;
}

function yearUnlessThis(day: LocalTime, now: LocalTime): { year?: 'numeric' } {
  return day.year === now.year ? {} : { year: 'numeric' };
}

/** "aujourd’hui", "demain", else "sam. 28 nov.". */
export function dayInWords(instant: Date, now: Date, language: Language): string {
  const day = localTime(instant);
  const away = daysBetween(localTime(now), day);
  if (away === 0) return messageIn(language, 'when.today');
  if (away === 1) return messageIn(language, 'when.tomorrow');
  return shortDay(instant, now, language);
}

/** "sam. 28 nov.", with its year when it is not this one. */
export function shortDay(instant: Date, now: Date, language: Language): string {
  return format(instant, language, { weekday: 'short', day: 'numeric', month: 'short', ...yearUnlessThis(localTime(instant), localTime(now)) });
}

/** "samedi 28 novembre". */
export function longDay(instant: Date, now: Date, language: Language): string {
  return format(instant, language, { weekday: 'long', day: 'numeric', month: 'long', ...yearUnlessThis(localTime(instant), localTime(now)) });
}

/** "28 nov.". */
export function dateOnly(instant: Date, now: Date, language: Language): string {
  return format(instant, language, { day: 'numeric', month: 'short', ...yearUnlessThis(localTime(instant), localTime(now)) });
}

/** What a date had been announced for, as long as it takes to tell it from the new one: the day, or on the same day the hour. */
export function formerInWords(former: string, start: string, now: Date, language: Language, day: typeof longDay): string {
  const was = new Date(former);
  const clock = localTime(was);
  if (daysBetween(clock, localTime(new Date(start))) !== 0) return day(was, now, language);
  // Midnight is how the server says that no hour was known.
  return clock.hour || clock.minute ? hourInWords(was, language) : messageIn(language, 'when.allDay');
}

export interface Happening {
  start: string;
  end: string | null;
  allDay: boolean;
}

/** The next date of something: "ce soir 18 h", "en ce moment, jusqu’à 19 h", "sam. 28 nov. 9 h". */
export function whenInWords({ start, end, allDay }: Happening, now: Date, language: Language): string {
  const begins = new Date(start);
  if (allDay) return dayInWords(begins, now, language);
  if (begins <= now && end && new Date(end) > now) {
    return messageIn(language, 'when.nowUntil', { hour: endHourInWords(new Date(end), language) });
  }
  const hour = hourInWords(begins, language);
  if (isTonight(begins, now)) {
    return `${messageIn(language, 'when.tonight')} ${hour}`;
  }
  return `${dayInWords(begins, now, language)} ${hour}`;
}

/** Hours alone, for a list grouped by day: "18 h", "9 h – 12 h", "9 – 12:30 Uhr", "toute la journée". */
export function hoursInWords({ start, end, allDay }: Happening, language: Language): string {
  if (allDay) return messageIn(language, 'when.allDay');
  if (!end) return hourInWords(new Date(start), language);
  const { before, after } = clocks[language];
  return `${before}${numbersOf(new Date(start), language)} – ${numbersOf(new Date(end), language, true)}${after}`;
}

/** The moment an answer was seen: "25 nov. à 14 h 02". */
export function momentInWords(instant: Date, now: Date, language: Language): string {
  return messageIn(language, 'when.dayAtHour', {
    day: dateOnly(instant, now, language),
    hour: hourInWords(instant, language),
  });
}

/** What is left of answers asked by the whole hour; what lasts opens again, and stays. */
export function stillOn<Event extends Happening & { longRunning: boolean }>(events: readonly Event[], now: Date): Event[] {
  return events.filter((event) => event.longRunning || !isOver(event, now));
}

/** What is still going on, or begins, before the night ends; a whole day that has just begun is not of the night. */
export function ofTheNight<Event extends Happening>(events: readonly Event[], now: Date): Event[] {
  return events.filter((event) => !event.allDay && !isOver(event, now));
}

/** How far into an evening something goes on that is of it: what closes as it begins is of the afternoon. */
const intoTheEvening = 2 * 3_600_000;

/** What begins in the evening of the day of `from`, or goes on into it for a while. */
export function ofTheEvening<Event extends Happening>(events: readonly Event[], from: string): Event[] {
  const begins = instantOf(localTime(new Date(from)), eveningHour).getTime();
  return events.filter(
    ({ start, end, allDay }) =>
      allDay || Date.parse(start) >= begins || (end !== null && Date.parse(end) >= begins + intoTheEvening),
  );
}

/** Has it ended? The end is not part of it: that of a whole day is the midnight after. Without one we give it three hours. */
export function isOver({ start, end, allDay }: Happening, now: Date): boolean {
  const begins = new Date(start);
  const assumed = allDay ? instantOf(dayAfter(localTime(begins), 1)) : new Date(begins.getTime() + assumedLength);
  return (end ? new Date(end) : assumed) <= now;
}

/** "novembre 2026". */
export function monthInWords(instant: Date, language: Language): string {
  return format(instant, language, { month: 'long', year: 'numeric' });
}

/** "lun." or "lundi". */
export function weekdayInWords(instant: Date, language: Language, weekday: 'short' | 'long'): string {
  return format(instant, language, { weekday });
}
