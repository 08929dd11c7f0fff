import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

import { compress } from './vite/compress.ts';
import { serviceWorker } from './vite/serviceWorker.ts';

const backEnd = process.env.TRAVERSE_SERVER ?? 'http://127.0.0.1:8000';
const served = ['/graphql', '/packs', '/announcements', '/img', '/static', '/admin', '/healthz'];

export default defineConfig({
  plugins: [svelte(), serviceWorker(), compress()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What most pages share comes in one file: thirty small ones cost more in headers than they save. What only
          // those who announce something need is not for everybody's first visit.
          groups: [
            {
              name: 'shared',
              test: /\/src\/(?!map\/|sw\/|announce\/|\w+\/(send)?announcements|i18n\/\w+\.json)|node_modules\/(svelte|idb|esm-env|clsx)\//i,
              minShareCount: 4,
            },
          ],
        },
      },
    },
  },
  // Tests mount components, for which the part of Svelte that browsers run is needed.
  ...(process.env['VITEST'] ? { resolve: { conditions: ['browser'] } } : {}),
  worker: { format: 'es' },
  server: { proxy: Object.fromEntries(served.map((path) => [path, backEnd])) },
  test: { environment: 'jsdom', include: ['tests/**/*.test.ts'] },
});
