import { mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import Sources from '../../../src/components/Sources.svelte';
import { setLanguage } from '../../../src/state/language.svelte';

afterEach(() => setLanguage('fr'));

const source = { owner: null, url: null, licence: null, modifiedAt: null, seenAt: null };

test.each([
  ['fr', 'Qui le dit\u00a0: Salagon\u00a0; Verdon.'],
  ['de', 'Wer das sagt: Salagon; Verdon.'],
  ['en', 'Who says so: Salagon; Verdon.'],
] as const)('in %s signs stand where its readers expect them', async (code, sentence) => {
  await setLanguage(code);
  const sources = [{ ...source, name: 'Salagon' }, { ...source, name: 'Verdon' }] as never;
  const page = mount(Sources, { target: document.body, props: { sources, now: new Date('2026-11-26T12:00:00Z') } });
  expect(document.body.textContent).toContain(sentence);
  await unmount(page);
});
