import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { BROWSER_FLAGS, findBrowser } from './scripts/find-browser.ts';
import { freePort } from './scripts/free-port.ts';
import { engineStreams } from './test/support/engine-streams.ts';
import { mockWorker } from './test/support/mock-worker.ts';
import { styleSheetModules } from './test/support/style-sheet-modules.ts';
import { vendorBundles } from './test/support/vendor-bundles.ts';

const executablePath = findBrowser();

export default {
  files: ['packages/player-widget/src/**/*.test.ts'],
  // Two that run side by side would both find 8000 free.
  port: await freePort(),
  nodeResolve: { exportConditions: ['vitrine-source', 'browser'] },
  // Players share two cores with their streams: one page at a time keeps pictures from being late.
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: {
        ...(executablePath && { executablePath }),
        // The IVS player asks AWS for its settings at start; no test leaves this machine.
        args: [...BROWSER_FLAGS, '--host-resolver-rules=MAP *.live-video.net ~NOTFOUND'],
      },
    }),
  ],
  plugins: [
    vendorBundles(),
    mockWorker(),
    styleSheetModules(),
    engineStreams(),
    esbuildPlugin({ ts: true, target: 'es2022' }),
  ],
  // The IVS player tells its own story, some of it with the time first; what is ours stays.
  filterBrowserLogs: ({ args }) =>
    !/^(\d+:\d+:\d+ - )?\((VideoTransformer|playback-monitor)\)/.test(String(args[0])),
  // A test may wait several times, each for up to 20 s, on a machine that has other work.
  testFramework: { config: { timeout: 60_000 } },
  testsFinishTimeout: 600_000,
};
