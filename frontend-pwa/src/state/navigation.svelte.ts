import { untrack } from 'svelte';
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

let currentEntry = entryKey();

function arrive(): void {
  const next = here();
  const samePage = next.pathname === navigation.url.pathname;
  navigation.url = next;
  navigation.route = matchRoute(next);
  currentEntry = entryKey();
  if (samePage) return;
  navigation.visit += 1;
  // The link that was followed must not keep the focus: the new page's title takes it.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Goes to a path of the app. */
export function goTo(path: string): void {
  scrolls.set(currentEntry, window.scrollY);
  window.history.pushState({ key: `${Date.now()}-${scrolls.size}` }, '', path);
  arrive();
}

/** Goes to a path of the app in place of this one: going back does not come back here. */
export function replaceWith(path: string): void {
  window.history.replaceState(window.history.state, '', path);
  // An effect that leads elsewhere does not depend on where it led.
  untrack(arrive);
}

export type QueryChanges = Record<string, string | string[] | null>;

/** Changes the filters of the page in its URL without a new step in the history. */
export function setQuery(changes: QueryChanges): void {
  const next = here();
  for (const [name, value] of Object.entries(changes)) {
    next.searchParams.delete(name);
    if (Array.isArray(value)) for (const item of value) next.searchParams.append(name, item);
    else if (value) next.searchParams.set(name, value);
  }
  window.history.replaceState(window.history.state, '', next);
  arrive();
}

const patience = 800;

/** Scrolls to where the page stood when it was left, as soon as its content is long enough; else to its top. */
export function restoreScroll(): void {
  const wanted = scrolls.get(currentEntry) ?? 0;
  const entry = currentEntry;
  const since = performance.now();
  window.scrollTo(0, wanted);
  if (wanted === 0) return;
  const tryAgain = () => {
    if (entry !== currentEntry || performance.now() - since > patience) return;
    if (document.documentElement.scrollHeight >= wanted + window.innerHeight) window.scrollTo(0, wanted);
    else requestAnimationFrame(tryAgain);
  };
  requestAnimationFrame(tryAgain);
}

export function startNavigation(): void {
  window.history.scrollRestoration = 'manual';
  window.addEventListener('popstate', () => {
    scrolls.set(currentEntry, window.scrollY);
    arrive();
  });
}
