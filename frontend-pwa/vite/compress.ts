import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Plugin, ResolvedConfig } from 'vite';

const WORDS = /\.(js|mjs|css|html|svg|json|webmanifest)$/;
/** Below this the headers weigh more than what is saved. */
const SMALLEST = 600;

const brotli = promisify(brotliCompress);
const zipped = promisify(gzip);

/** Writes `.br` and `.gz` beside the files of words, once per build: the server then hands them out as they are. */
export function compress(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'traverse:compress',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      // After the service worker, which is written at the same stage.
      order: 'post',
      sequential: true,
      async handler() {
        const output = resolve(config.root, config.build.outDir);
        const entries = await readdir(output, { recursive: true, withFileTypes: true });
        const files = entries.filter((entry) => entry.isFile() && WORDS.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
        await Promise.all(files.map(compressFile));
      },
    },
  };
}

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < SMALLEST) return;
  const small = await brotli(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  const [gz] = await Promise.all([zipped(bytes, { level: 9 }), writeFile(`${file}.br`, small)]);
  await writeFile(`${file}.gz`, gz);
}
