import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, expect, it } from 'vitest';
import Failure from '../../../src/components/Failure.svelte';
import { loadCatalogue } from '../../../src/i18n/translate';

beforeAll(() => loadCatalogue('fr'));
afterEach(() => window.history.replaceState({}, '', '/'));

function shown(replacedBy: string | null): string {
  window.history.replaceState({}, '', '/event/old');
  const target = document.createElement('div');
  const mounted = mount(Failure, { target, props: { error: { kind: 'gone', replacedBy } } });
  flushSync();
  const text = target.textContent.trim();
  void unmount(mounted);
  return text;
}

it('what became part of another thing is opened as that one, without a word of a withdrawal', () => {
  expect(shown('/event/kept')).toBe('');
  expect(window.location.pathname).toBe('/event/kept');
});

it('what was withdrawn says so where it was asked for', () => {
  expect(shown(null)).toContain('retirée');
  expect(window.location.pathname).toBe('/event/old');
});
