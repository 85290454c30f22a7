import { readFile } from 'node:fs/promises';
import type { TestRunnerPlugin } from '@web/test-runner';
import { styleSheetModule } from '../../scripts/style-sheets.js';

const ROOT = new URL('../../', import.meta.url).pathname;

/** Serves style sheets and JSON as the modules that rollup makes of them: esbuild drops `with { type: 'css' }`. */
export function styleSheetModules(): TestRunnerPlugin {
  return {
    name: 'style-sheet-modules',
    async serve({ path }) {
      const file = ROOT + path.slice(1);
      if (path.endsWith('.css')) return { body: await styleSheetModule(file), type: 'js' };
      if (path.endsWith('.json'))
        return { body: `export default ${await readFile(file, 'utf8')};`, type: 'js' };
      return undefined;
    },
  };
}
