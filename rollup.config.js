import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import esbuild, { minify } from 'rollup-plugin-esbuild';
import { styleSheets } from './scripts/style-sheets.js';

const ROOT = dirname(fileURLToPath(import.meta.url));
const SRC = join(ROOT, 'packages/player-widget/src');
const DIST = join(ROOT, 'packages/player-widget/dist');
const modules = (path) => join(ROOT, 'node_modules', path);

/** What is served beside our chunks, untouched. The IVS player is Amazon's: dist/ivs/ never enters our package. */
const COPIES = {
  'ivs/amazon-ivs-wasmworker.min.js': modules('amazon-ivs-player/dist/assets/amazon-ivs-wasmworker.min.js'),
  'ivs/amazon-ivs-wasmworker.min.wasm': modules(
    'amazon-ivs-player/dist/assets/amazon-ivs-wasmworker.min.wasm',
  ),
  'hls/hls.worker.js': modules('hls.js/dist/hls.worker.js'),
  // Comments are taken out of the chunks: the licences of what is in them lie here instead.
  ...Object.fromEntries(
    ['lit', 'video.js', 'hls.js', '@svta/cml-id3'].map((name) => [
      `licenses/${name.replace('/', '-')}.txt`,
      modules(`${name}/LICENSE`),
    ]),
  ),
};

const SDK_SOURCE = join(SRC, 'engines/ivs/ivs-sdk.ts');
const SDK_FILE = 'ivs/amazon-ivs-player.js';

const clean = {
  name: 'clean',
  async buildStart() {
    await rm(DIST, { recursive: true, force: true });
  },
  async writeBundle() {
    for (const [to, from] of Object.entries(COPIES)) {
      await mkdir(dirname(join(DIST, to)), { recursive: true });
      await copyFile(from, join(DIST, to));
    }
  },
};

/** A bundle of its own for the IVS player, so that no chunk of ours shares a line with it. */
const sdkApart = {
  name: 'sdk-apart',
  resolveId: (source) => (source.endsWith('/ivs-sdk.ts') ? { id: `./${SDK_FILE}`, external: true } : null),
};

const plugins = [
  replace({
    // video.js would write a style element into the page's head; a global that stops it would be one of ours.
    'window.VIDEOJS_NO_DYNAMIC_STYLE': 'true',
    preventAssignment: true,
    delimiters: ['', ''],
    include: '**/video.js/core.es.js',
  }),
  nodeResolve({
    browser: true,
    preferBuiltins: false,
    exportConditions: ['vitrine-source', 'default', 'module', 'import'],
  }),
  commonjs(),
  styleSheets(),
  esbuild({ target: 'es2022', tsconfig: false }),
];

/** Terser gets a little more out, and takes ten times as long: for our own chunks alone, not for whole libraries. */
const LIBRARY_SIZE = 150_000;
const small = terser({
  module: true,
  ecma: 2022,
  compress: { passes: 3, unsafe_arrows: true },
  format: { comments: false },
});
const large = minify({ target: 'es2022', legalComments: 'none' });
const shortest = {
  name: 'shortest',
  renderChunk(code, ...rest) {
    return (code.length > LIBRARY_SIZE ? large : small).renderChunk.call(this, code, ...rest);
  },
};

const output = {
  dir: DIST,
  format: 'es',
  entryFileNames: '[name].js',
  plugins: [shortest],
};

export default [
  {
    input: { vitrine: join(SRC, 'vitrine.ts') },
    plugins: [clean, sdkApart, ...plugins],
    output: { ...output, chunkFileNames: 'chunks/[name].js', experimentalMinChunkSize: 400 },
  },
  {
    input: { 'ivs/amazon-ivs-player': SDK_SOURCE },
    plugins,
    output: {
      ...output,
      banner:
        '/* Amazon IVS Player SDK. Copyright Amazon.com; see https://player.live-video.net/LICENSE.txt */',
    },
  },
  // For pages with a bundler of their own: no side effect, and they bring the libraries.
  {
    input: { index: join(SRC, 'index.ts') },
    preserveEntrySignatures: 'allow-extension',
    external: [/^lit(\/|$)/, /^hls\.js(\/|$)/, 'amazon-ivs-player'],
    plugins,
    output: { ...output, plugins: [], chunkFileNames: 'npm/[name].js' },
  },
];
