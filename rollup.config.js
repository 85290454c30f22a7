import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import esbuild, { minify } from 'rollup-plugin-esbuild';
import { askAgain } from './scripts/ask-again.js';
import { jsonModules } from './scripts/json-modules.js';
import { styleSheets } from './scripts/style-sheets.js';
import { removeStale, sdkFromAssets, widgetAssets, workerInside } from './scripts/widget-assets.js';
import { withoutGlobals } from './scripts/without-globals.js';

const ROOT = dirname(fileURLToPath(import.meta.url));
const SRC = join(ROOT, 'packages/player-widget/src');
const DIST = join(ROOT, 'packages/player-widget/dist');

const ENTRY = 'vitrine.ts';
const SDK = 'amazon-ivs-player.js';

const plugins = [
  withoutGlobals,
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
  jsonModules,
  esbuild({ target: 'es2022', tsconfig: false }),
];

/** Terser gets a little more out, and takes ten times as long: for our own chunks alone, not for whole libraries. */
const LIBRARY_SIZE = 150_000;
const small = terser({
  module: true,
  ecma: 2022,
  compress: { passes: 3, unsafe_arrows: true, keep_fargs: false, inline: 1 },
  format: { comments: false },
});
const large = minify({ target: 'es2022', legalComments: 'none' });
const shortest = {
  name: 'shortest',
  renderChunk(code, ...rest) {
    return (code.length > LIBRARY_SIZE ? large : small).renderChunk.call(this, code, ...rest);
  },
};

/**
 * What is wanted at the same time is one chunk, so that no import waits for another on the way to a picture: all that
 * opening an event takes, what the engines share (fetched beside the one that is chosen), products over the picture.
 */
const TOGETHER = {
  event: ['components/player/event-watch.ts', 'event/event-json.ts', 'engines/choose-engine.ts'],
  'video-engine': [
    'engines/video-engine.ts',
    'engines/program-clock.ts',
    'engines/metadata-frame.ts',
    'media/live-window.ts',
  ],
  format: ['internal/format.ts'],
  'vitrine-product-overlay': ['components/product-overlay/vitrine-product-overlay.ts'],
};

/** The entry of product-cues names all it has; these are of no use to whoever opens an event. */
const LATER = /product-cues\/src\/(event\/live-state|catalogue\/product-problems)\.ts$/;
const OF_PRICES = /product-cues\/src\/catalogue\/minor-digits\.ts$/;
const OF_ENGINES = /product-cues\/src\/timeline\/program-clock\.ts$/;

/** video.js names its translations by their language alone, as many things could be named. */
const CONTROL_WORDS = /video\.js\/dist\/lang\/([\w-]+)\.json$/;

function chunkOf(id, { getModuleInfo }) {
  const [, language] = CONTROL_WORDS.exec(id) ?? [];
  if (language) return `controls-${language}`;
  const comesWith = (...roots) =>
    importedBy(
      roots.map((root) => join(SRC, root)),
      getModuleInfo,
    ).has(id);
  if (comesWith(ENTRY) || LATER.test(id)) return undefined;
  if (OF_PRICES.test(id)) return 'format';
  if (OF_ENGINES.test(id)) return 'video-engine';
  return Object.keys(TOGETHER).find((chunk) => comesWith(...TOGETHER[chunk]));
}

/** These modules, and all that they import and do not ask for later. */
function importedBy(ids, getModuleInfo, found = new Set()) {
  for (const id of ids) {
    if (found.has(id)) continue;
    found.add(id);
    importedBy(getModuleInfo(id)?.importedIds ?? [], getModuleInfo, found);
  }
  return found;
}

const output = {
  dir: DIST,
  format: 'es',
  entryFileNames: '[name].js',
  plugins: [shortest],
};

export default [
  {
    input: { vitrine: join(SRC, ENTRY) },
    plugins: [
      widgetAssets({ dist: DIST, modules: join(ROOT, 'node_modules') }),
      removeStale({ dist: DIST, folder: 'chunks' }),
      ...plugins,
      askAgain,
      sdkFromAssets(SDK),
    ],
    output: {
      ...output,
      chunkFileNames: 'chunks/[name].js',
      experimentalMinChunkSize: 400,
      manualChunks: chunkOf,
      onlyExplicitManualChunks: true,
    },
  },
  {
    input: { [`ivs/${SDK.replace('.js', '')}`]: join(SRC, 'engines/ivs/ivs-sdk.ts') },
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
    external: [/^lit(\/|$)/, /^hls\.js(\/(?!dist)|$)/, 'amazon-ivs-player'],
    plugins: [removeStale({ dist: DIST, folder: 'npm' }), workerInside, ...plugins],
    output: { ...output, plugins: [], chunkFileNames: 'npm/[name].js' },
  },
  {
    input: { react: join(SRC, 'react.ts') },
    external: ['react', '@lit/react', join(SRC, 'index.ts')],
    plugins,
    output: {
      ...output,
      plugins: [],
      paths: { [join(SRC, 'index.ts')]: './index.js' },
      // React's servers leave what has this to the page.
      banner: "'use client';",
    },
  },
];
