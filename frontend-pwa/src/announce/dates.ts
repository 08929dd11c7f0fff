/** The dates of an announcement as they are typed, the days that they mean, and what is wrong with them. */

import { dayAfter, dayFromIso, daysBetween, isoDay, weekday, type Day } from '../words/windows';

/** As `tourism/schedule/typed.py`: ISO days, hours as HH:MM, weekdays from 1 for Monday. What is not said is absent. */
export interface TypedDates {
  first?: string;
  last?: string;
  weekdays?: number[];
  start?: string;
  end?: string;
  others?: string[];
  except?: string[];
}

/** One day · some days in a row · certain weekdays until a day · days tapped one by one. */
export const datesForms = ['one', 'row', 'weekly', 'chosen'] as const;
export type DatesForm = (typeof datesForms)[number];

export interface DatesFault {
  field: 'first' | 'last' | 'weekdays' | 'start' | 'end' | 'others';
  code: string;
}

const mostYears = 10;
/** Of single days, chosen or left out. */
export const mostDates = 200;
const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What this form says, and nothing that was typed in another one. */
export function typedIn(form: DatesForm, typed: TypedDates): TypedDates {
  const { first, last, weekdays, start, end, others, except } = typed;
  const said: TypedDates = { start, end };
  if (form === 'chosen') said.others = others;
  else Object.assign(said, { first }, form === 'one' ? {} : { last, except, others });
  if (form === 'weekly') said.weekdays = weekdays;
  return present(said);
}

function present(typed: TypedDates): TypedDates {
  const said = Object.entries(typed).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length));
  return Object.fromEntries(said.map(([key, value]) => [key, Array.isArray(value) ? [...value].sort(byValue) : (value as string)]));
}

function byValue(a: string | number, b: string | number): number {
  return a < b ? -1 : Number(a > b);
}

/** The form that says these dates. */
export function formOf(typed: TypedDates): DatesForm {
  if (typed.weekdays?.length) return 'weekly';
  if (typed.last && typed.last !== typed.first) return 'row';
  return typed.others?.length ? 'chosen' : 'one';
}

/** The same dates as the fields of their form hold them: a single day beside others is one of them. */
export function asTyped(typed: TypedDates): TypedDates {
  if (formOf(typed) !== 'chosen' || !typed.first) return { ...typed };
  const { first, last: _last, ...rest } = typed;
  return { ...rest, others: [...new Set([first, ...(typed.others ?? [])])].sort(byValue) };
}

function range(typed: TypedDates): { first: Day; length: number } | null {
  const first = dayFromIso(typed.first ?? '');
  const last = dayFromIso(typed.last ?? typed.first ?? '');
  if (!first || !last) return null;
  const length = daysBetween(first, last) + 1;
  return length < 1 || length > mostYears * 366 ? null : { first, length };
}

/** Every day that is meant, in order, each once. Empty as long as the form is not filled enough to mean any. */
export function daysOf(form: DatesForm, typed: TypedDates): string[] {
  const said = typedIn(form, typed);
  const days = new Set(said.others?.filter((day) => dayFromIso(day)));
  const regular = range(said);
  if (regular && (form !== 'weekly' || said.weekdays?.length)) {
    for (let offset = 0; offset < regular.length; offset += 1) {
      const day = dayAfter(regular.first, offset);
      const iso = isoDay(day);
      if (said.weekdays && !said.weekdays.includes(weekday(day))) continue;
      if (!said.except?.includes(iso)) days.add(iso);
    }
  }
  return [...days].sort(byValue);
}

/** What a tap on a day of the calendar makes of the dates: on becomes off, off becomes on. */
export function toggleDay(form: DatesForm, typed: TypedDates, day: string): TypedDates {
  if (form === 'one') return { ...typed, first: typed.first === day ? undefined : day };
  // Some days in a row begin and end by two taps.
  if (form === 'row' && !typed.first) return { ...typed, first: day };
  if (form === 'row' && !typed.last && day > typed.first!) return { ...typed, last: day };
  const others = without(typed.others, day);
  const except = without(typed.except, day);
  const isOn = (next: TypedDates): boolean => daysOf(form, next).includes(day);
  if (isOn(typed)) {
    const less = { ...typed, others };
    return isOn(less) ? { ...less, except: [...except, day].sort(byValue) } : less;
  }
  const more = { ...typed, except };
  return isOn(more) ? more : { ...more, others: [...others, day].sort(byValue) };
}

function without(days: readonly string[] | undefined, day: string): string[] {
  return (days ?? []).filter((one) => one !== day);
}

/** Does it end after midnight? Then the end is of the next day. */
export function endsNextDay({ start, end }: TypedDates): boolean {
  return Boolean(start && end && end <= start);
}

/** What the person still has to say or mend; `today` is the territory's day. */
export function datesFaults(form: DatesForm, typed: TypedDates, today: string): DatesFault[] {
  const said = typedIn(form, typed);
  const faults: DatesFault[] = [];
  const fault = (field: DatesFault['field'], code: string): void => void faults.push({ field, code });
  if (form === 'chosen') {
    if (!said.others) fault('others', 'noDates');
  } else if (!dayFromIso(said.first ?? '')) {
    fault('first', 'noDate');
  }
  if (form === 'row' || form === 'weekly') {
    if (!dayFromIso(said.last ?? '')) fault('last', 'noLast');
    else if (said.first && said.last! < said.first) fault('last', 'lastBeforeFirst');
    else if (said.first && !range(said)) fault('last', 'tooLong');
  }
  if (form === 'weekly' && !said.weekdays) fault('weekdays', 'noWeekday');
  if ((said.others?.length ?? 0) > mostDates || (said.except?.length ?? 0) > mostDates) fault('others', 'tooMany');
  if (said.start && !clock.test(said.start)) fault('start', 'badHour');
  if (said.end && !clock.test(said.end)) fault('end', 'badHour');
  if (said.end && !said.start) fault('start', 'endWithoutStart');
  if (faults.length) return faults;
  const days = daysOf(form, typed);
  if (!days.length) fault(form === 'weekly' ? 'weekdays' : 'last', 'noSuchDay');
  else if (days.at(-1)! < today) fault(form === 'chosen' ? 'others' : form === 'one' ? 'first' : 'last', 'past');
  return faults;
}
