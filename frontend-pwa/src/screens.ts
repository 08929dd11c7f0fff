/** The page of each name, loaded when it is first opened. */

import type { Component } from 'svelte';
import { addCatalogue, type Part } from './i18n/translate';
import type { PageName } from './router';

/** Pages without parameters declare no properties: `any` lets both kinds stand in one table. */
export type PageModule = { default: Component<any> };

const pages: Record<PageName, () => Promise<PageModule>> = {
  today: () => import('./pages/Today.svelte'),
  agenda: () => import('./pages/Agenda.svelte'),
  event: () => import('./pages/Event.svelte'),
  places: () => import('./pages/Places.svelte'),
  place: () => import('./pages/Place.svelte'),
  trails: () => import('./pages/Trails.svelte'),
  trail: () => import('./pages/Trail.svelte'),
  story: () => import('./pages/Story.svelte'),
  search: () => import('./pages/Search.svelte'),
  kept: () => import('./pages/Kept.svelte'),
  map: () => import('./pages/MapPage.svelte'),
  page: () => import('./pages/Page.svelte'),
  code: () => import('./pages/StoryCode.svelte'),
  about: () => import('./pages/About.svelte'),
  announce: () => withTexts('announce', import('./pages/Announce.svelte')),
  announcement: () => withTexts('announce', import('./pages/Announcement.svelte')),
  notFound: () => import('./pages/NotFound.svelte'),
};

/** Texts and page come side by side. */
async function withTexts(part: Part, page: Promise<PageModule>): Promise<PageModule> {
  const [module] = await Promise.all([page, addCatalogue(part)]);
  return module;
}

export function loadPage(name: PageName): Promise<PageModule> {
  return pages[name]();
}
