/** What a person types to announce an event, and what the office could not use. */

import { datesFaults, type DatesFault, type DatesForm, type TypedDates } from './dates';

export interface AnnouncementFields {
  title: string;
  form: DatesForm;
  dates: TypedDates;
  where: string;
  /** INSEE code of one of the territory's communes; null when none was chosen. */
  communeCode: string | null;
  communeName: string;
  text: string;
  email: string;
}

/** `field` is one of the six, or a part of the dates as `dates.last`. */
export interface Fault {
  field: string;
  code: string;
  /** In the server's own words; absent for what the phone found by itself. */
  message?: string;
}

/** Characters, as the server's model. */
export const limits = { titleLeast: 3, title: 150, where: 200, text: 3000, email: 254 } as const;
/** In the order in which they stand on the page. */
export const fieldOrder = ['title', 'dates', 'where', 'communeCode', 'text', 'image', 'email'] as const;

export function emptyFields(): AnnouncementFields {
  return { title: '', form: 'one', dates: {}, where: '', communeCode: null, communeName: '', text: '', email: '' };
}

/** Has anything been typed that would be a pity to lose? */
export function isEmpty(fields: AnnouncementFields): boolean {
  const { title, dates, where, communeCode, text, email } = fields;
  const said = Object.values(dates).some((value) => value?.length);
  return ![title, where, text, email].some((value) => value.trim()) && communeCode === null && !said;
}

/** Not the grammar of addresses, which nobody has: what a slip of the finger makes of one. */
const address = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

export function faultsOf(fields: AnnouncementFields, today: string): Fault[] {
  const faults: Fault[] = [];
  const title = fields.title.trim();
  if (title.length < limits.titleLeast) faults.push({ field: 'title', code: title ? 'titleShort' : 'titleMissing' });
  else if (title.length > limits.title) faults.push({ field: 'title', code: 'titleLong' });
  faults.push(...datesFaults(fields.form, fields.dates, today).map(inDates));
  const where = fields.where.trim();
  if (!where) faults.push({ field: 'where', code: 'whereMissing' });
  else if (where.length > limits.where) faults.push({ field: 'where', code: 'whereLong' });
  if (fields.communeName.trim() && !fields.communeCode) faults.push({ field: 'communeCode', code: 'communeUnknown' });
  if (fields.text.trim().length > limits.text) faults.push({ field: 'text', code: 'textLong' });
  const email = fields.email.trim();
  if (!email) faults.push({ field: 'email', code: 'emailMissing' });
  else if (!address.test(email) || email.length > limits.email) faults.push({ field: 'email', code: 'emailBad' });
  return faults;
}

function inDates({ field, code }: DatesFault): Fault {
  return { field: `dates.${field}`, code };
}

/** As they stand on the page: the first one takes the focus. */
export function inOrder(faults: readonly Fault[]): Fault[] {
  const rank = ({ field }: Fault): number => {
    const found = fieldOrder.findIndex((name) => field === name || field.startsWith(`${name}.`));
    return found < 0 ? fieldOrder.length : found;
  };
  return [...faults].sort((a, b) => rank(a) - rank(b));
}
