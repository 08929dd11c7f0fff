import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { loadCatalogue } from '../../../src/i18n/translate';
import Announcement from '../../../src/pages/Announcement.svelte';
import type { Route } from '../../../src/router';

beforeAll(() => loadCatalogue('fr'));
afterEach(() => vi.unstubAllGlobals());

async function page(told: object): Promise<string> {
  const said = { answer: '', office: 'Verdon', language: 'fr', title: 'Bal', dates: {}, where: 'Place', communeCode: '04135', text: '', email: '', image: null };
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ ...said, ...told })));
  const target = document.createElement('div');
  const route = { name: 'announcement', params: { secret: 's' }, query: new URLSearchParams() } as unknown as Route;
  const mounted = mount(Announcement, { target, props: { route } });
  for (let turns = 0; turns < 20; turns += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await tick();
    flushSync();
  }
  const html = target.innerHTML;
  void unmount(mounted);
  return html;
}

it('what was published says where it is shown, and that it is shown no more', async () => {
  expect(await page({ state: 'ACCEPTED', event: '/event/e1' })).toMatch(/announce\.state\.ACCEPTED|Publiée/);
  const hidden = await page({ state: 'ACCEPTED', event: null });
  expect(hidden).toMatch(/UNSHOWN|N’est plus affichée/);
  expect(hidden).not.toMatch(/state\.ACCEPTED|Publiée/);
});
