/** Distances, heights, durations and sizes as people say them. */

import { messageIn, type Language } from '../i18n/translate';
import { localeOf } from './dates';

const nbsp = '\u00a0';

const formats = new Map<string, Intl.NumberFormat>();

function number(value: number, language: Language, digits: number): string {
  const key = language + digits;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: digits });
    formats.set(key, format);
  }
  return format.format(value);
}

/** "850 m" to the nearest 10 m, "6,4 km" below 20 km, "34 km" beyond. */
export function distanceInWords(metres: number, language: Language): string {
  if (metres < 995) return `${Math.round(metres / 10) * 10}${nbsp}m`;
  const kilometres = metres / 1000;
  return `${number(kilometres, language, kilometres < 20 ? 1 : 0)}${nbsp}km`;
}

export function heightInWords(metres: number, language: Language): string {
  return `${number(Math.round(metres), language, 0)}${nbsp}m`;
}

/** "50 min", "2 h", "2 h 15". */
export function durationInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (!hours) return `${rest}${nbsp}min`;
  return rest ? `${hours}${nbsp}h${nbsp}${String(rest).padStart(2, '0')}` : `${hours}${nbsp}h`;
}

/** "3 jours" for a trail of several days, else its duration; '' when nobody knows. Answers kept from before have no days. */
export function trailTimeInWords(trail: { duration: number | null; days?: number | null }, language: Language): string {
  if (trail.days) return messageIn(language, 'trails.days', { count: trail.days });
  return trail.duration === null ? '' : durationInWords(trail.duration);
}

/** "1,8 Mo" in French, "1.8 MB" elsewhere; decimal units, as phones show them. */
export function sizeInWords(bytes: number, language: Language): string {
  const unit = language === 'fr' ? 'o' : 'B';
  if (bytes < 1_000_000) return `${number(bytes > 0 ? Math.max(1, Math.round(bytes / 1000)) : 0, language, 0)}${nbsp}k${unit}`;
  if (bytes < 1_000_000_000) return `${number(bytes / 1_000_000, language, 1)}${nbsp}M${unit}`;
  return `${number(bytes / 1_000_000_000, language, 1)}${nbsp}G${unit}`;
}

/** "44,0921, 6,2350" would be read as four numbers: coordinates keep the point in every language. */
export function coordinatesInWords(latitude: number, longitude: number): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}
