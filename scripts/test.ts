/** `npm test`: every test, browser included. An argument keeps only the steps whose name contains it. */
import { resolve } from 'node:path';
import { checkCodecs, needFirefoxCodecs } from './check-codecs.ts';
import { requireBrowser } from './find-browser.ts';
import { requireFirefox } from './find-firefox.ts';
import { runSteps, type Step } from './run.ts';
import { shareDatabases } from './share-databases.ts';
import { BUNDLES, SIZES, elementTests, nodeTests } from './steps.ts';

const SERVICE = 'packages/archive-service/src';
/** Tests that break things on purpose: no browser. */
const FAULTS = ['faults', 'fuzz', 'kill-and-restart', 'shuffle', 'notifications'];
/** Pages of which no picture's lateness is measured: two at a time. */
const PAGES = [
  'accessibility',
  'archive-alone',
  'demo',
  'edited-archive',
  'embed',
  'foreign-recording',
  'frameworks',
  'package',
];
/** All others. Players share the machine with their streams: one page at a time keeps pictures from being late. */
const PICTURES = nodeTests(
  'picture tests',
  `test/!(${[...FAULTS, ...PAGES, 'gallery'].join('|')})/*.test.ts`,
  1,
);

const ELEMENTS = 'packages/player-widget/src';
/** Element tests that count pictures, or hear of each: what runs beside them gives way. */
const COUNTING = '(picture-accuracy|ivs-engine|ivs-live)';
/** It waits for most of its time: beside the components, so that both lanes are as long. */
const RECOVERY = 'engines/hls/hls-recovery.test.ts';

try {
  const browser = requireBrowser();
  process.env['CHROME_PATH'] = browser;
  // Hundreds of processes load the same sources: what one has compiled is there for the next.
  process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/compiled');
  await checkCodecs(browser);
  const counting = elementTests(
    'picture-counting element tests',
    browser,
    `${ELEMENTS}/**/@${COUNTING}.test.ts`,
  );
  const all: readonly (readonly Step[])[] = [
    [BUNDLES],
    [
      SIZES,
      nodeTests('cue tests', 'packages/product-cues/src/**/*.test.ts'),
      nodeTests('local IVS tests', 'demo/**/*.test.ts'),
    ],
    // They wait for much of their time: the service for leases, locks and processes, the elements for their streams.
    [
      nodeTests('service tests', `${SERVICE}/!(cli)/**/*.test.ts`),
      elementTests(
        'component tests',
        browser,
        `${ELEMENTS}/components/**/*.test.ts`,
        `${ELEMENTS}/${RECOVERY}`,
      ),
      elementTests(
        'element tests',
        browser,
        `${ELEMENTS}/!(components)/**/!${COUNTING}.test.ts`,
        `!${ELEMENTS}/${RECOVERY}`,
      ),
    ],
    // The gallery takes as long as half of the others.
    [
      nodeTests('gallery tests', 'test/gallery/*.test.ts'),
      nodeTests('page tests', `test/{${PAGES.join()}}/*.test.ts`),
    ],
    // Pictures come at their own pace, and leave a good part of two cores to what has no pace.
    [
      counting,
      { ...PICTURES, after: counting },
      { ...nodeTests('fault tests', `test/{${FAULTS.join()}}/*.test.ts`, 1), givesWay: true },
      { ...nodeTests('AWS tests', 'infra/src/**/*.test.ts', 1), givesWay: true },
      { ...nodeTests('command tests', `${SERVICE}/{*.test.ts,cli/*.test.ts}`, 1), givesWay: true },
    ],
  ];
  const wanted = process.argv[2] ?? '';
  const steps = all
    .map((beside) => beside.filter(({ name }) => name.includes(wanted)))
    .filter(({ length }) => length > 0);
  // What is missing is told now rather than after all that comes before.
  if (steps.flat().some(({ name }) => name === PICTURES.name)) await needFirefoxCodecs(requireFirefox());
  const release = await shareDatabases();
  try {
    process.exitCode = (await runSteps(steps)) ? 0 : 1;
  } finally {
    await release();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
