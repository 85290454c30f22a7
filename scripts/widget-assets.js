import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Folders that the bundles fill; what else lies beside them (types, by tsc) stays. */
const OURS = ['chunks', 'npm', 'ivs', 'hls', 'licenses'];

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

/** Rollup plugin: empties our folders before the first bundle, and copies what libraries bring ready-made. */
export function widgetAssets({ dist, modules }) {
  return {
    name: 'widget-assets',
    async buildStart() {
      for (const folder of OURS) await rm(join(dist, folder), { recursive: true, force: true });
    },
    async writeBundle() {
      for (const [to, from] of Object.entries(FILES)) {
        await mkdir(dirname(join(dist, to)), { recursive: true });
        await copyFile(join(modules, from), join(dist, to));
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
