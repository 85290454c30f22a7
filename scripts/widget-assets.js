import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Libraries of which there is something in the chunks: comments are taken out there, so the licences lie beside. */
const LIBRARIES = ['lit', 'video.js', 'hls.js', '@svta/cml-id3'];

/** What is served beside our chunks, untouched. The IVS player is Amazon's: dist/ivs/ never enters our package. */
const FILES = {
  'ivs/amazon-ivs-wasmworker.min.js': 'amazon-ivs-player/dist/assets/amazon-ivs-wasmworker.min.js',
  'ivs/amazon-ivs-wasmworker.min.wasm': 'amazon-ivs-player/dist/assets/amazon-ivs-wasmworker.min.wasm',
  'hls/hls.worker.js': 'hls.js/dist/hls.worker.js',
  ...Object.fromEntries(
    LIBRARIES.map((name) => [`licenses/${name.replace('/', '-')}.txt`, `${name}/LICENSE`]),
  ),
};

/** Rollup plugin: copies what libraries bring ready-made. */
export function widgetAssets({ dist, modules }) {
  return {
    name: 'widget-assets',
    async writeBundle() {
      for (const [to, from] of Object.entries(FILES)) {
        await mkdir(dirname(join(dist, to)), { recursive: true });
        await copyFile(join(modules, from), join(dist, to));
      }
    },
  };
}

/** Rollup plugin: removes chunks of earlier builds, after this one, so that a page that is open meanwhile keeps working. */
export function removeStale({ dist, folder }) {
  return {
    name: 'remove-stale',
    async writeBundle(_options, bundle) {
      for (const file of await readdir(join(dist, folder))) {
        if (!bundle[`${folder}/${file}`]) await rm(join(dist, folder, file));
      }
    },
  };
}

/**
 * Rollup plugin: the IVS player is fetched from where its worker and WASM are, as a bundle of its own, since none of the
 * three may come with our package. In the sources it is an import like any other.
 */
export function sdkFromAssets(file) {
  const imported = /import\(\s*["']\.\/ivs-sdk\.ts["']\s*\)/;
  return {
    name: 'sdk-from-assets',
    transform(code, id) {
      if (!id.endsWith('/ivs-loader.ts')) return null;
      if (!imported.test(code)) this.error('ivs-loader.ts no longer imports ./ivs-sdk.ts');
      return { code: code.replace(imported, `import(new URL('${file}', ivsAssets).href)`), map: null };
    },
  };
}

/**
 * Rollup plugin: hls.js's worker as a text in the engine's chunk, for pages with a bundler of their own, which would not
 * know that a file belongs beside it.
 */
export const workerInside = {
  name: 'worker-inside',
  async load(id) {
    if (!id.endsWith('/hls-worker.ts')) return null;
    const worker = await readFile(new URL(import.meta.resolve('hls.js/dist/hls.worker.js')), 'utf8');
    return `import { onAbort } from '../../internal/on-abort.ts';
      const code = ${JSON.stringify(worker)};
      export function hlsWorkerUrl(_base, { signal }) {
        const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
        onAbort(signal, () => URL.revokeObjectURL(url));
        return url;
      }
      export function fetchWorkerEarly() {}`;
  },
};
