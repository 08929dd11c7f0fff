import type fr from './fr.json';

export const languages = ['fr', 'en', 'it', 'de', 'es', 'nl'] as const;
export type Language = (typeof languages)[number];

/** Keys of the catalogue; `_one` and `_other` are two forms of one key. */
type Stem<Key> = Key extends `${infer Start}_one` | `${infer Start}_other` ? Start : Key;
export type MessageKey = Stem<keyof typeof fr>;

type Catalogue = Record<string, string>;

const files = import.meta.glob<Catalogue>('./*.json', { import: 'default' });
const catalogues = new Map<Language, Catalogue>();

export async function loadCatalogue(language: Language): Promise<void> {
  if (catalogues.has(language)) return;
  const load = files[`./${language}.json`];
  if (!load) throw new Error(`no catalogue for ${language}`);
  catalogues.set(language, await load());
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
  const message = catalogue[`${key}_${plural}`] ?? catalogue[`${key}_other`] ?? catalogue[key] ?? key;
  return message.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(values[name] ?? hole));
}

export function messageIn(language: Language, key: MessageKey, values?: Values): string {
  return translate(catalogues.get(language) ?? {}, language, key, values);
}
