import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { TestRunnerPlugin } from '@web/test-runner';

const require = createRequire(import.meta.url);

/** Serves msw's service worker from the root of the test page, whose requests it answers. */
export function mockWorker(): TestRunnerPlugin {
  return {
    name: 'mock-worker',
    async serve({ path }) {
      if (path !== '/mockServiceWorker.js') return undefined;
      return { body: await readFile(require.resolve('msw/mockServiceWorker.js'), 'utf8'), type: 'js' };
    },
  };
}
