import type { TestRunnerPlugin } from '@web/test-runner';
import { styleSheetModule } from '../../scripts/style-sheets.js';

const ROOT = new URL('../../', import.meta.url).pathname;

/** Serves style sheets as the modules that rollup makes of them: esbuild drops `with { type: 'css' }`. */
export function styleSheetModules(): TestRunnerPlugin {
  return {
    name: 'style-sheet-modules',
    async serve({ path }) {
      return path.endsWith('.css')
        ? { body: await styleSheetModule(ROOT + path.slice(1)), type: 'js' }
        : undefined;
    },
  };
}
