import { bindPunctuation } from '../words/typography';
import type announce from './announce/fr.json';
import type fr from './fr.json';

export const languages = ['fr', 'en', 'it', 'de', 'es', 'nl'] as const;
export type Language = (typeof languages)[number];

/** Keys of the catalogue; `_zero`, `_one` and `_other` are forms of one key. */
type Stem<Key> = Key extends `${infer Start}_zero` | `${infer Start}_one` | `${infer Start}_other` ? Start : Key;
export type MessageKey = Stem<keyof typeof fr | keyof typeof announce>;

type Catalogue = Record<string, string>;

const files = import.meta.glob<Catalogue>('./**/*.json', { import: 'default' });
const catalogues = new Map<Language, Catalogue>();
/** Texts that everybody has, and those of the pages that few open, which come with them. */
export type Part = 'main' | 'announce';
const wanted = new Set<Part>(['main']);
const loaded = new Set<string>();

async function loadPart(language: Language, part: Part): Promise<void> {
  const path = part === 'main' ? `./${language}.json` : `./${part}/${language}.json`;
  if (loaded.has(path)) return;
  const load = files[path];
  if (!load) throw new Error(`no catalogue ${path}`);
  const messages = await load();
  loaded.add(path);
  const bound = Object.entries(messages).map(([key, message]) => [key, language === 'fr' ? bindPunctuation(message) : message]);
  catalogues.set(language, { ...catalogues.get(language), ...(Object.fromEntries(bound) as Catalogue) });
}

export async function loadCatalogue(language: Language): Promise<void> {
  await Promise.all([...wanted].map((part) => loadPart(language, part)));
}

/** The texts of a page that few open, in every language that is in use, and in those that come after. */
export async function addCatalogue(part: Part): Promise<void> {
  wanted.add(part);
  await Promise.all([...catalogues.keys()].map((language) => loadPart(language, part)));
}

const plurals = new Map<Language, Intl.PluralRules>();

function pluralOf(count: number, language: Language): Intl.LDMLPluralRule {
  let rules = plurals.get(language);
  if (!rules) {
    rules = new Intl.PluralRules(language);
    plurals.set(language, rules);
  }
  return rules.select(count);
}

export type Values = Record<string, string | number>;

/** The message in this language, `{{name}}` filled in; `count` chooses the plural form of the language. */
export function translate(catalogue: Catalogue, language: Language, key: string, values: Values = {}): string {
  const count = values['count'];
  const plural = typeof count === 'number' ? pluralOf(count, language) : undefined;
  // Nothing is "one" to the rules of French: a message whose singular is written out in words says nothing in words too.
  const none = count === 0 ? catalogue[`${key}_zero`] : undefined;
  const message = none ?? catalogue[`${key}_${plural}`] ?? catalogue[`${key}_other`] ?? catalogue[key] ?? key;
  return message.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(values[name] ?? hole));
}

export function messageIn(language: Language, key: MessageKey, values?: Values): string {
  return translate(catalogues.get(language) ?? {}, language, key, values);
}
