/** `npm test`: every test, browser included. An argument keeps only the steps whose name contains it. */
import { checkCodecs, needFirefoxCodecs } from './check-codecs.ts';
import { requireBrowser } from './find-browser.ts';
import { requireFirefox } from './find-firefox.ts';
import { runSteps } from './run.ts';
import { BUNDLES, SIZES, elementTests, nodeTests } from './steps.ts';

const END_TO_END = nodeTests('end-to-end tests', 'test/**/*.test.ts', 1);

try {
  const browser = requireBrowser();
  process.env['CHROME_PATH'] = browser;
  await checkCodecs(browser);
  const all = [
    nodeTests('cue tests', 'packages/product-cues/src/**/*.test.ts'),
    nodeTests('local IVS tests', 'demo/**/*.test.ts'),
    nodeTests('service tests', 'packages/archive-service/src/**/*.test.ts'),
    nodeTests('AWS tests', 'infra/src/**/*.test.ts'),
    BUNDLES,
    SIZES,
    elementTests(browser),
    END_TO_END,
  ];
  const wanted = process.argv[2] ?? '';
  const steps = all.filter(({ name }) => name.includes(wanted));
  // What is missing is told now rather than after all that comes before.
  if (steps.includes(END_TO_END)) await needFirefoxCodecs(requireFirefox());
  await runSteps(steps);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
