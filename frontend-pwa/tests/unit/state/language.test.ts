import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { preferredLanguage, setLanguage, withoutLanguage } from '../../../src/state/language.svelte';

const url = (query = '') => new URL(`https://traverse.test/agenda${query}`);
const phone = (...languages: string[]) => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

it('the phone speaks first of the languages that we know', () => {
  phone('pt-BR', 'nl-BE', 'fr');
  expect(preferredLanguage(url())).toBe('nl');
});

it('French when the phone speaks none of ours', () => {
  phone('pt-BR', 'ja');
  expect(preferredLanguage(url())).toBe('fr');
});

it('a choice made before wins over the phone, a link over both', async () => {
  phone('de-DE');
  await setLanguage('it');
  expect(preferredLanguage(url())).toBe('it');
  expect(preferredLanguage(url('?lang=es'))).toBe('es');
  expect(preferredLanguage(url('?lang=xx'))).toBe('it');
});

it('a choice is written on the page', async () => {
  await setLanguage('en');
  expect(document.documentElement.lang).toBe('en');
});

it('a link asks once', () => {
  expect(withoutLanguage(url('?lang=es&when=week')).search).toBe('?when=week');
});
