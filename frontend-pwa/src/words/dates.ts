/** Dates as people say them: "ce soir 18 h", "demain", "sam. 28 nov.". */

import { messageIn, type Language } from '../i18n/translate';
import { daysBetween, isTonight, localTime, territoryZone, type LocalTime } from './windows';

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB', it: 'it-IT', de: 'de-DE', es: 'es-ES', nl: 'nl-NL' };

export function localeOf(language: Language): string {
  return locales[language];
}

const nbsp = '\u00a0';
const formats = new Map<string, Intl.DateTimeFormat>();

function format(instant: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(options);
  let formatter = formats.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locales[language], { timeZone: territoryZone, ...options });
    formats.set(key, formatter);
  }
  return formatter.format(instant);
}

/** "18 h", "14 h 30" in French; "18:00" elsewhere, but "18 Uhr" in German. */
export function hourInWords(instant: Date, language: Language): string {
  const { hour, minute } = localTime(instant);
  const minutes = String(minute).padStart(2, '0');
  if (language === 'fr') return minute ? `${hour}${nbsp}h${nbsp}${minutes}` : `${hour}${nbsp}h`;
  if (language === 'de' && !minute) return `${hour}${nbsp}Uhr`;
  return format(instant, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
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
    return messageIn(language, 'when.nowUntil', { hour: hourInWords(new Date(end), language) });
  }
  const hour = hourInWords(begins, language);
  if (isTonight(begins, now)) {
    return `${messageIn(language, 'when.tonight')} ${hour}`;
  }
  return `${dayInWords(begins, now, language)} ${hour}`;
}

/** Hours alone, for a list grouped by day: "18 h", "9 h – 12 h", "toute la journée". */
export function hoursInWords({ start, end, allDay }: Happening, language: Language): string {
  if (allDay) return messageIn(language, 'when.allDay');
  const from = hourInWords(new Date(start), language);
  return end ? `${from} – ${hourInWords(new Date(end), language)}` : from;
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

/** Has it ended? Without an end we give it until the end of its evening: three hours. */
export function isOver({ start, end, allDay }: Happening, now: Date): boolean {
  if (allDay) return daysBetween(localTime(now), localTime(new Date(end ?? start))) < 0;
  const last = end ? new Date(end) : new Date(new Date(start).getTime() + 3 * 3_600_000);
  return last < now;
}

/** "novembre 2026". */
export function monthInWords(instant: Date, language: Language): string {
  return format(instant, language, { month: 'long', year: 'numeric' });
}

/** "lun." or "lundi". */
export function weekdayInWords(instant: Date, language: Language, weekday: 'short' | 'long'): string {
  return format(instant, language, { weekday });
}
