/** The dates of an event in the back office: its script over its own template, in a document without a server. */

import { readFileSync } from 'node:fs';

const admin = '../agenda/templates/agenda/admin';
const script = readFileSync('../agenda/static/agenda/admin/dates.js', 'utf8');

export interface Told {
  day: string;
  hours?: string;
  status?: string;
  from?: string;
}

const lines = ['first', 'last', 'start', 'end', 'more_slots', 'others', 'except', 'cancelled', 'full', 'changes'];

function template(name: string): string {
  return readFileSync(`${admin}/${name}.html`, 'utf8')
    .replace(/\{% trans (["'])(.*?)\1 %\}/g, '$2')
    .replace(/\{\{.*?\}\}|\{%.*?%\}/g, '');
}

function field(name: string, inner: string): string {
  return `<div class="w-panel__wrapper" data-field="${name}">${inner}</div>`;
}

function boxesOf(name: string, values: readonly (number | string)[]): string {
  return field(name, values.map((value) => `<input type="checkbox" name="when_${name}" value="${value}">`).join(''));
}

/** Opens the form. `values`: what its boxes hold, by name; `days`: the dates that they come to. */
export function openForm(values: Record<string, string>, days: Told[] = []): void {
  const told = { sentences: { fr: '' }, count: '', days: days.map((day) => ({ hours: '', status: 'scheduled', note: '', from: '', ...day })) };
  document.documentElement.lang = 'fr';
  document.body.innerHTML = [
    template('dates_kind'),
    ...lines.map((name) => field(name, `<textarea name="when_${name}">${values[name] ?? ''}</textarea>`)),
    field('own_hours', `<textarea name="when_own_hours">${values.own_hours ?? ''}</textarea>`),
    field('every', '<select name="when_every"><option value="">1</option><option value="2">2</option></select>'),
    field('holidays', '<select name="when_holidays"><option value="">-</option><option value="except">-</option></select>'),
    boxesOf('endless', ['on']),
    boxesOf('nth', [1, 2, -1]),
    boxesOf('weekdays', [1, 2, 3, 4, 5, 6, 7]),
    template('dates_in_words'),
    `<script type="application/json" id="dates-told">${JSON.stringify(told)}</script>`,
  ].join('');
  window.matchMedia = (() => ({ matches: true })) as unknown as typeof window.matchMedia;
  globalThis.fetch = () => new Promise(() => {});
  new Function(script)();
}

function one<Found extends Element>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

export function valueOf(name: string): string {
  return one<HTMLInputElement>(`[name="when_${name}"]`).value;
}

export function type(selector: string, value: string): void {
  const box = one<HTMLInputElement>(selector);
  box.value = value;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

export function press(selector: string): void {
  one<HTMLElement>(selector).click();
}

/** The values of the boxes that are ticked. */
export function ticked(name: string): string[] {
  return [...document.querySelectorAll<HTMLInputElement>(`[name="when_${name}"]:checked`)].map((box) => box.value);
}

export function chooseKind(kind: string): void {
  press(`[name="when_kind"][value="${kind}"]`);
}

/** Chooses a day of the calendar and what becomes of it. */
export function tapDay(day: string, choice: string): void {
  press(`[data-day="${day}"]`);
  press(`[data-day-choice="${choice}"]`);
}
