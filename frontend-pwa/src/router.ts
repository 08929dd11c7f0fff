/** Which page a path opens. Public paths never depend on the language: a QR code can carry them. */

export type PageName =
  | 'today'
  | 'agenda'
  | 'event'
  | 'places'
  | 'place'
  | 'trails'
  | 'trail'
  | 'story'
  | 'search'
  | 'kept'
  | 'map'
  | 'page'
  | 'code'
  | 'about'
  | 'announce'
  | 'announcement'
  | 'notFound';

export interface Route {
  page: PageName;
  params: Record<string, string>;
  query: URLSearchParams;
}

const patterns: [RegExp, PageName][] = [
  [/^\/$/, 'today'],
  [/^\/agenda$/, 'agenda'],
  [/^\/event\/(?<id>[^/]+)$/, 'event'],
  [/^\/places$/, 'places'],
  [/^\/place\/(?<id>[^/]+)$/, 'place'],
  [/^\/trails$/, 'trails'],
  [/^\/trail\/(?<id>[^/]+)$/, 'trail'],
  [/^\/story\/(?<id>[^/]+)$/, 'story'],
  [/^\/search$/, 'search'],
  [/^\/kept$/, 'kept'],
  [/^\/map$/, 'map'],
  [/^\/page\/(?<path>.+)$/, 'page'],
  [/^\/q\/(?<code>[^/]+)$/, 'code'],
  [/^\/about$/, 'about'],
  [/^\/announce$/, 'announce'],
  [/^\/announce\/(?<secret>[^/]+)$/, 'announcement'],
];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function matchRoute(url: URL): Route {
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/+$/, '') || '/' : url.pathname;
  for (const [pattern, page] of patterns) {
    const match = pattern.exec(path);
    if (match) {
      const params = Object.fromEntries(Object.entries(match.groups ?? {}).map(([key, value]) => [key, decoded(value)]));
      return { page, params, query: url.searchParams };
    }
  }
  return { page: 'notFound', params: {}, query: url.searchParams };
}

/** True when a click on a link must be left to the browser: other site, file of the server, new tab, download. */
export function leavesApp(link: HTMLAnchorElement, event: MouseEvent, origin: string): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return true;
  if (link.target && link.target !== '_self') return true;
  if (link.hasAttribute('download')) return true;
  const url = new URL(link.href, origin);
  return url.origin !== origin || matchRoute(url).page === 'notFound';
}
