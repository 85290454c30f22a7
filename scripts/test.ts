/** `npm test`: every test, browser included. An argument keeps only the steps whose name contains it. */
import { checkCodecs, needFirefoxCodecs } from './check-codecs.ts';
import { requireBrowser } from './find-browser.ts';
import { requireFirefox } from './find-firefox.ts';
import { runSteps } from './run.ts';
import { shareDatabase } from './share-database.ts';
import { BUNDLES, SIZES, elementTests, nodeTests } from './steps.ts';

/** Players share the machine with their streams: one page at a time keeps pictures from being late. */
const PAGES = nodeTests(
  'page tests',
  'test/!(faults|fuzz|kill-and-restart|shuffle|notifications)/*.test.ts',
  1,
);

try {
  const browser = requireBrowser();
  process.env['CHROME_PATH'] = browser;
  await checkCodecs(browser);
  const all = [
    nodeTests('cue tests', 'packages/product-cues/src/**/*.test.ts'),
    nodeTests('local IVS tests', 'demo/**/*.test.ts'),
    // Much of what they do is waiting: for leases, locks and processes.
    nodeTests('service tests', 'packages/archive-service/src/**/*.test.ts', 3),
    nodeTests('fault tests', 'test/{faults,fuzz,kill-and-restart,shuffle,notifications}/*.test.ts', 3),
    nodeTests('AWS tests', 'infra/src/**/*.test.ts'),
    BUNDLES,
    SIZES,
    elementTests(browser),
    PAGES,
  ];
  const wanted = process.argv[2] ?? '';
  const steps = all.filter(({ name }) => name.includes(wanted));
  // What is missing is told now rather than after all that comes before.
  if (steps.includes(PAGES)) await needFirefoxCodecs(requireFirefox());
  const postgres = await shareDatabase();
  try {
    process.exitCode = (await runSteps(steps)) ? 0 : 1;
  } finally {
    await postgres.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
