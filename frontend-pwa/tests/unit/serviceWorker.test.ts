// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { handlerOf, packedPath } from '../../src/sw/routes';

const origin = 'https://traverse.example';
const isPrecached = (path: string): boolean => path === '/assets/map-abcd1234.js';

function handler(path: string, mode = 'navigate', method = 'GET', destination = ''): string {
  return handlerOf({ mode, method, destination }, new URL(path, origin), origin, isPrecached);
}

describe('handlerOf', () => {
  it.each(['/', '/trail/12', '/q/fossile', '/page/bienvenue/venir', '/kept?lang=it', '/index.html'])(
    'opens the app for %s',
    (path) => {
      expect(handler(path)).toBe('shell');
    },
  );

  it.each([
    '/graphql',
    '/graphql?id=x',
    '/admin/',
    '/admin/places/12/',
    '/static/css/a.css',
    '/packs/12/manifest.json',
    '/packs/12/v1.pack',
    '/sitemap.xml',
    '/agenda.ics',
    '/healthz',
    '/documents/3/plan.pdf',
  ])('leaves %s to the server', (path) => {
    expect(handler(path)).toBe('network');
  });

  it('does not take a page whose name only begins like one of the server’s for the server’s', () => {
    expect(handler('/administration')).toBe('shell');
  });

  it('leaves what is not a GET, and other sites, alone', () => {
    expect(handler('/trail/12', 'navigate', 'POST')).toBe('network');
    expect(handler('https://elsewhere.example/', 'navigate')).toBe('network');
  });

  it('answers files of the build, images, sounds and packed files', () => {
    expect(handler('/assets/map-abcd1234.js', 'cors')).toBe('file');
    expect(handler('/assets/other-abcd1234.js', 'cors')).toBe('network');
    expect(handler('/img/deadbeef-480.webp', 'no-cors')).toBe('media');
    expect(handler('/media/halte.mp3', 'no-cors', 'GET', 'audio')).toBe('media');
    expect(handler('/media/original.jpg', 'no-cors', 'GET', 'image')).toBe('network');
    expect(handler('/packs/12/v1/answers/Trail.fr.json', 'cors')).toBe('pack');
  });
});

describe('packedPath', () => {
  it('reads the trail, the version and the path inside', () => {
    expect(packedPath('/packs/12/v1.2/media/%C3%A9t%C3%A9.webp')).toEqual({
      trailId: '12',
      version: 'v1.2',
      path: 'media/été.webp',
    });
    expect(packedPath('/packs/12/v1/%E0%A4%A')).toBeUndefined();
    expect(packedPath('/packs/12/manifest.json')).toBeUndefined();
  });
});
