import { fileURLToPath } from 'node:url';
import { basename, extname } from 'node:path';
import { build } from 'esbuild';

export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

const ENTRIES = [
  'browser/shop.ts',
  'browser/qa.ts',
  'browser/stage.ts',
  'browser/stage/saves-data.ts',
  'browser/stage/no-fullscreen.ts',
  'browser/stage/refuses-autoplay.ts',
  'browser/stage/has-cart.ts',
  'browser/stage/refuses-adding.ts',
  'browser/stage/refuses-sound.ts',
  'browser/stage/loses-network.ts',
  'styles/shop.css',
  'styles/qa.css',
  'styles/states.css',
  'styles/frameworks.css',
  'themes/light.css',
  'themes/dark.css',
  'themes/loud.css',
];

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The page's scripts and styles by file name, made in memory when the shop starts. */
export async function bundleAssets(): Promise<ReadonlyMap<string, Asset>> {
  const { outputFiles } = await build({
    entryPoints: ENTRIES.map(here),
    outdir: here('assets'),
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    external: ['*.woff2'],
    conditions: ['vitrine-source'],
    write: false,
  });
  return new Map(
    outputFiles.map(({ path, contents }) => [
      basename(path),
      { type: TYPES[extname(path)] ?? 'application/octet-stream', body: Buffer.from(contents) },
    ]),
  );
}
