import type { TestRunnerPlugin } from '@web/test-runner';
import { build } from 'esbuild';

/** CommonJS packages that browser tests import, with the names they use of each. */
const PACKAGES: Readonly<Record<string, string>> = {
  'amazon-ivs-player': 'export { create, PlayerEventType, PlayerState } from "amazon-ivs-player";',
  'video.js/core.es.js': 'export { default } from "video.js/core.es.js";',
  // One bundle for both of msw's entries, whose classes must be the same.
  'msw/browser': 'export * from "msw"; export * from "msw/browser";',
};

const ROOT = new URL('../../packages/player-widget/', import.meta.url).pathname;
const PREFIX = '/__vendor/';

/** Serves them to a web-test-runner page as modules; in the build, rollup's commonjs plugin does this. */
export function vendorBundles(): TestRunnerPlugin {
  const bundles = new Map<string, Promise<string>>();
  return {
    name: 'vendor-bundles',
    resolveImport: ({ source }) => (source in PACKAGES ? `${PREFIX}${source}.js` : undefined),
    async serve({ path }) {
      const name = path.startsWith(PREFIX) ? path.slice(PREFIX.length, -'.js'.length) : '';
      const names = PACKAGES[name];
      if (!names) return undefined;
      if (!bundles.has(name)) bundles.set(name, bundle(names));
      return { body: (await bundles.get(name)) ?? '', type: 'js' };
    },
  };
}

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
