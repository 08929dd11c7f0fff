import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

import { build, type Plugin, type ResolvedConfig, type Rollup } from 'vite';

/** Path from the root of the site, and a hash of the bytes when the name does not already carry one. */
type PrecachedFile = [path: string, revision: string | null];

const PRECACHED = /\.(js|mjs|css|html|png|svg|webp|woff2|webmanifest|json)$/;
/** Not needed to open a page: the map's code comes by module, its data and a few others by path. */
const LATER_FILES = /^\/map\//;
const LATER_MODULES = /\/node_modules\/(maplibre-gl|pmtiles)\//;
const HASHED = /^\/assets\/.*-[\w-]{8}\.\w+$/;

const hash = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

/** Font files by script: a page in one of our languages needs the Latin ones. */
const UNUSED_FONTS = /-(cyrillic|cyrillic-ext|vietnamese|greek|greek-ext|hebrew|arabic)-[^/]*\.woff2$/;

/**
 * Builds `src/sw/index.ts` into `/sw.js` after the app, with the list of the app's files in it. The version is a hash of
 * that list: a deploy that changes nothing is not an update.
 */
export function serviceWorker(entry = 'src/sw/index.ts'): Plugin {
  let config: ResolvedConfig;
  const mapFiles = new Set<string>();
  return {
    name: 'traverse:service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (belongsToMap(file)) addWithAssets(file, mapFiles);
    },
    async closeBundle() {
      const output = resolve(config.root, config.build.outDir);
      const files = listFiles(output);
      const isLater = ([path]: PrecachedFile): boolean => LATER_FILES.test(path) || mapFiles.has(path);
      const shell = files.filter((file) => !isLater(file));
      const later = files.filter(isLater);
      await build({
        configFile: false,
        root: config.root,
        publicDir: false,
        logLevel: 'warn',
        define: {
          __SHELL__: JSON.stringify(shell),
          __LATER__: JSON.stringify(later),
          __VERSION__: JSON.stringify(hash(JSON.stringify([shell, later]))),
        },
        build: {
          outDir: output,
          emptyOutDir: false,
          target: 'es2022',
          lib: { entry, formats: ['iife'], name: 'sw', fileName: () => 'sw.js' },
        },
      });
    },
  };
}

/** A chunk made of nothing but the map's libraries and our use of them, or an asset that came from them. */
function belongsToMap(file: Rollup.OutputChunk | Rollup.OutputAsset): boolean {
  if (file.type === 'chunk') return file.moduleIds.some((id) => LATER_MODULES.test(id));
  return file.names.some((name) => name.startsWith('maplibre-gl')) || file.originalFileNames.some((name) => /maplibre-gl/.test(name));
}

function addWithAssets(file: Rollup.OutputChunk | Rollup.OutputAsset, found: Set<string>): void {
  found.add(`/${file.fileName}`);
  if (file.type !== 'chunk') return;
  const metadata = (file as { viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> } }).viteMetadata;
  for (const name of [...(metadata?.importedCss ?? []), ...(metadata?.importedAssets ?? [])]) found.add(`/${name}`);
}

function listFiles(output: string): PrecachedFile[] {
  const files: PrecachedFile[] = [];
  for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !PRECACHED.test(entry.name) || entry.name === 'sw.js') continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(output, file).split(sep).join('/')}`;
    if (UNUSED_FONTS.test(path)) continue;
    files.push([path, HASHED.test(path) ? null : hash(readFileSync(file))]);
  }
  return files.sort(([a], [b]) => (a < b ? -1 : 1));
}
