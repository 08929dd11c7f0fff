import { flushSync, mount, tick, unmount, type Component } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import Contacts from '../../../src/components/Contacts.svelte';
import { loadCatalogue } from '../../../src/i18n/translate';
import Event from '../../../src/pages/Event.svelte';
import { valuesOf } from '../../../src/state/filters';

beforeAll(() => loadCatalogue('fr'));

const picture = { url: '/img/a-1600.webp', small: '/img/a-320.webp', alt: '', credit: '', width: 3, height: 2 };
const date = { start: '2099-11-29T09:00:00Z', end: '2099-11-29T11:00:00Z', allDay: false, status: 'SCHEDULED', movedFrom: null, note: null };
const event = {
  ...{ id: 'e1', name: 'Le moulin', language: 'fr', summary: null, summaryLanguage: null, description: null, descriptionLanguage: null },
  ...{ alert: null, categories: ['HERITAGE'], status: 'SCHEDULED', longRunning: false, dates: null, firstDate: null, lastDate: null },
  ...{ venue: null, commune: null, place: null, latitude: null, longitude: null, indoor: null, price: { free: null, text: null } },
  ...{ images: [picture, picture, picture], contacts: [], booking: [], labels: [], audiences: [], accessibility: [], themes: [] },
  ...{ services: [], keywords: [], programme: [], partOf: null, sources: [], organiser: null, access: null, updatedAt: date.start },
  // A visit and the opening begin together.
  occurrences: [date, { ...date, end: '2099-11-29T17:00:00Z' }],
};

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ data: { event } })));
});
afterEach(() => vi.unstubAllGlobals());

async function shown(component: Component<never>, props: object): Promise<string> {
  const target = document.createElement('div');
  const mounted = mount(component as unknown as Component, { target, props });
  flushSync();
  for (let turns = 0; turns < 20; turns += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await tick();
  }
  const text = target.textContent.replace(/\s+/g, ' ').trim();
  void unmount(mounted);
  return text;
}

it('two dates that begin together are both on the page of an event, one picture given twice breaks nothing', async () => {
  const route = { name: 'event', params: { id: 'e1' }, query: new URLSearchParams() };
  const text = await shown(Event as Component<never>, { route });
  expect(text).toMatch(/10 h – 12 h/);
  expect(text).toMatch(/10 h – 18 h/);
});

it('one number given twice is a contact like another', async () => {
  const phone = { kind: 'PHONE', value: '04 92 00 00 00', note: null };
  expect(await shown(Contacts as Component<never>, { contacts: [phone, phone] })).toContain('04 92 00 00 00');
});

it('what an address says twice is chosen once', () => {
  expect(valuesOf(new URLSearchParams('commune=04070&commune=04112&commune=04070'), 'commune')).toEqual(['04070', '04112']);
});
