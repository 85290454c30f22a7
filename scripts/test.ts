/** `npm test`: every test, browser included. An argument keeps only the steps whose name contains it. */
import { checkCodecs } from './check-codecs.ts';
import { requireBrowser } from './find-browser.ts';
import { runSteps } from './run.ts';
import { BUNDLES, SIZES, elementTests, nodeTests } from './steps.ts';

try {
  const browser = requireBrowser();
  process.env['CHROME_PATH'] = browser;
  await checkCodecs(browser);
  const steps = [
    nodeTests('cue tests', 'packages/product-cues/src/**/*.test.ts'),
    nodeTests('local IVS tests', 'demo/**/*.test.ts'),
    nodeTests('service tests', 'packages/archive-service/src/**/*.test.ts'),
    nodeTests('AWS tests', 'infra/src/**/*.test.ts'),
    BUNDLES,
    SIZES,
    elementTests(browser),
    nodeTests('end-to-end tests', 'test/**/*.test.ts', 1),
  ];
  const wanted = process.argv[2] ?? '';
  await runSteps(steps.filter(({ name }) => name.includes(wanted)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
