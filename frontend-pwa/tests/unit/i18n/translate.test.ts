import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addCatalogue, languages, loadCatalogue, messageIn, translate } from '../../../src/i18n/translate';

/** What everybody has, and what comes with a page: one catalogue for the visitor. */
const parts = ['src/i18n', 'src/i18n/announce'];
const catalogues = Object.fromEntries(
  languages.map((language) => [
    language,
    Object.assign({}, ...parts.map((folder) => JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8')))) as Record<string, string>,
  ]),
);
const french = catalogues['fr']!;
const others = languages.filter((language) => language !== 'fr');
const holes = (message: string) => [...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();

/** Words that two of our languages write alike; beyond this share a catalogue is French left in place. */
const alikeAtMost = 0.12;

describe.each(others)('catalogue %s', (language) => {
  const catalogue = catalogues[language]!;

  it('has the keys of the French one and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(french).sort());
  });

  it('has no empty message', () => {
    expect(Object.entries(catalogue).filter(([, message]) => !message.trim())).toEqual([]);
  });

  it('fills the same holes', () => {
    const wrong = Object.keys(french).filter((key) => holes(catalogue[key] ?? '').join() !== holes(french[key]!).join());
    expect(wrong).toEqual([]);
  });

  it('is not the French one', () => {
    const alike = Object.keys(french).filter((key) => catalogue[key] === french[key]);
    expect(alike.length / Object.keys(french).length).toBeLessThan(alikeAtMost);
  });

  it('shares no sentence with another language', () => {
    const sentences = Object.keys(french).filter((key) => french[key]!.split(' ').length > 4);
    const copied = sentences.filter((key) => languages.some((one) => one !== language && catalogues[one]![key] === catalogue[key]));
    expect(copied).toEqual([]);
  });
});

it.each(languages)('in %s, no part says again what another one says', (language) => {
  const keys = parts.flatMap((folder) => Object.keys(JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8')) as object));
  expect(keys.length).toBe(new Set(keys).size);
});

it('texts that come with a page are there in the language in use and in the next one', async () => {
  await loadCatalogue('de');
  expect(messageIn('de', 'announce.page')).toBe('announce.page');
  await addCatalogue('announce');
  await loadCatalogue('es');
  expect([messageIn('de', 'announce.page'), messageIn('es', 'announce.page')]).toEqual([
    catalogues['de']!['announce.page'],
    catalogues['es']!['announce.page'],
  ]);
  expect(messageIn('de', 'agenda.title')).toBe(catalogues['de']!['agenda.title']);
});

describe('translate', () => {
  const catalogue = { 'n_one': 'une halte', 'n_other': '{{count}} haltes', 'hello': 'Bonjour {{name}}' };

  it('fills the holes', () => {
    expect(translate(catalogue, 'fr', 'hello', { name: 'Ada' })).toBe('Bonjour Ada');
  });

  it('leaves a hole without value visible', () => {
    expect(translate(catalogue, 'fr', 'hello')).toBe('Bonjour {{name}}');
  });

  it.each([
    ['fr', 0, 'une halte'],
    ['fr', 1, 'une halte'],
    ['fr', 2, '2 haltes'],
    ['en', 0, '0 haltes'],
    ['en', 1, 'une halte'],
  ] as const)('in %s, %i takes the plural of the language', (language, count, words) => {
    expect(translate(catalogue, language, 'n', { count })).toBe(words);
  });

  it.each(languages)('in %s, a list with nothing in it does not say that there is one thing', (language) => {
    for (const key of ['agenda.count', 'places.count', 'trails.count']) {
      const [none, one] = [0, 1].map((count) => translate(catalogues[language]!, language, key, { count }));
      expect(none).toMatch(/^(Aucun|No |Ness|Kein|Ning|Geen)/);
      expect(none).not.toBe(one);
    }
  });

  it('says the key when there is no message', () => {
    expect(translate(catalogue, 'fr', 'missing')).toBe('missing');
  });
});
