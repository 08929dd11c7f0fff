import { describe, expect, it } from 'vitest';
import { leavesApp, matchRoute } from '../../src/router';

const origin = 'https://traverse.test';
const route = (path: string) => matchRoute(new URL(path, origin));

describe('matchRoute', () => {
  it.each([
    ['/', 'today', {}],
    ['/agenda', 'agenda', {}],
    ['/agenda/', 'agenda', {}],
    ['/event/12', 'event', { id: '12' }],
    ['/places', 'places', {}],
    ['/place/7', 'place', { id: '7' }],
    ['/trails', 'trails', {}],
    ['/trail/3', 'trail', { id: '3' }],
    ['/story/1', 'story', { id: '1' }],
    ['/search', 'search', {}],
    ['/kept', 'kept', {}],
    ['/map', 'map', {}],
    ['/about', 'about', {}],
    ['/announce', 'announce', {}],
    ['/announce/aB-1_c', 'announcement', { secret: 'aB-1_c' }],
    ['/page/marcher/en-hiver', 'page', { path: 'marcher/en-hiver' }],
    ['/page/%C3%A9t%C3%A9', 'page', { path: 'été' }],
    ['/q/AB12', 'code', { code: 'AB12' }],
    ['/q/100%', 'code', { code: '100%' }],
    ['/event', 'notFound', {}],
    ['/event/12/more', 'notFound', {}],
    ['/nowhere', 'notFound', {}],
  ])('%s opens %s', (path, page, params) => {
    const { page: found, params: held } = route(path);
    expect({ found, held }).toEqual({ found: page, held: params });
  });

  it('keeps the filters', () => {
    expect(route('/agenda?when=tonight&free=1').query.get('when')).toBe('tonight');
  });
});

describe('leavesApp', () => {
  const click = (init: MouseEventInit = {}) => new MouseEvent('click', { button: 0, cancelable: true, ...init });
  const link = (html: string) => {
    document.body.innerHTML = html;
    return document.querySelector('a')!;
  };

  it.each([
    ['a page of the app', `<a href="${origin}/trails">x</a>`, {}, false],
    ['another site', '<a href="https://example.org/trails">x</a>', {}, true],
    ['a file of the server', `<a href="${origin}/packs/1/manifest.json">x</a>`, {}, true],
    ['the admin', `<a href="${origin}/admin/">x</a>`, {}, true],
    ['a new tab by keyboard', `<a href="${origin}/trails">x</a>`, { ctrlKey: true }, true],
    ['a new tab by the link', `<a href="${origin}/trails" target="_blank">x</a>`, {}, true],
    ['a download', `<a href="${origin}/trails" download>x</a>`, {}, true],
    ['a telephone number', '<a href="tel:0499001234">x</a>', {}, true],
  ])('%s', (_name, html, init, leaves) => {
    expect(leavesApp(link(html), click(init), origin)).toBe(leaves);
  });
});
