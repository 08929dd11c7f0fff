import { matchRoute, type Route } from '../router';

interface Navigation {
  url: URL;
  route: Route;
  /** Rises with each change of page, not with a change of filters: the page takes the focus then. */
  visit: number;
}

function here(): URL {
  return new URL(window.location.href);
}

export const navigation: Navigation = $state({ url: here(), route: matchRoute(here()), visit: 0 });

const scrolls = new Map<string, number>();

function entryKey(): string {
  const state = window.history.state as { key?: string } | null;
  return state?.key ?? 'first';
}

function arrive(): void {
  const next = here();
  const samePage = next.pathname === navigation.url.pathname;
  navigation.url = next;
  navigation.route = matchRoute(next);
  if (!samePage) navigation.visit += 1;
}

/** Goes to a path of the app. */
export function goTo(path: string): void {
  scrolls.set(entryKey(), window.scrollY);
  window.history.pushState({ key: crypto.randomUUID() }, '', path);
  arrive();
}

/** Changes the filters of the page in its URL without a new step in the history. */
export function setQuery(changes: Record<string, string | string[] | null>): void {
  const next = here();
  for (const [name, value] of Object.entries(changes)) {
    next.searchParams.delete(name);
    if (Array.isArray(value)) for (const item of value) next.searchParams.append(name, item);
    else if (value !== null && value !== '') next.searchParams.set(name, value);
  }
  window.history.replaceState(window.history.state, '', next);
  arrive();
}

/** Where the page stood when it was left; pages ask once their content is there. */
export function savedScroll(): number {
  return scrolls.get(entryKey()) ?? 0;
}

export function startNavigation(): void {
  window.history.scrollRestoration = 'manual';
  let current = entryKey();
  window.addEventListener('popstate', () => {
    scrolls.set(current, window.scrollY);
    arrive();
    current = entryKey();
  });
  const push = window.history.pushState.bind(window.history);
  window.history.pushState = (...args) => {
    push(...args);
    current = entryKey();
  };
}
