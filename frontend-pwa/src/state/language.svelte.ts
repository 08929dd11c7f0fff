import { languages, loadCatalogue, type Language } from '../i18n/translate';

const storageKey = 'language';

export const language: { current: Language } = $state({ current: 'fr' });

function known(code: string | null | undefined): Language | undefined {
  const short = code?.slice(0, 2).toLowerCase();
  return languages.find((one) => one === short);
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** The language asked in the URL, else chosen before, else the first one of the phone that we speak, else French. */
export function preferredLanguage(url: URL): Language {
  const asked = known(url.searchParams.get('lang')) ?? known(stored());
  return asked ?? navigator.languages.map(known).find((one) => one !== undefined) ?? 'fr';
}

/** The language asked by a link is taken once: left in the URL, it would undo the visitor's next choice. */
export function withoutLanguage(url: URL): URL {
  const next = new URL(url);
  next.searchParams.delete('lang');
  return next;
}

/** Switches texts, dates and the page's `lang`; the choice is remembered on this phone only. */
export async function setLanguage(next: Language): Promise<void> {
  await loadCatalogue(next);
  language.current = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // Private browsing without storage: the choice lasts as long as the page.
  }
}
