import type { Step } from './run.ts';

const node = process.execPath;
const bin = (name: string): string => `node_modules/.bin/${name}`;

export const FORMAT: Step = { name: 'format', command: bin('prettier'), args: ['--check', '.'] };
export const LINT: Step = { name: 'lint', command: bin('eslint'), args: ['.'] };
export const FILE_LENGTHS: Step = {
  name: 'file lengths',
  command: node,
  args: ['scripts/check-file-lengths.ts'],
};
/** What editors and people read of the elements is as the code is, and leaves nothing out. */
export const ELEMENT_DOCS: Step = {
  name: 'element docs',
  command: node,
  args: ['--conditions=vitrine-source', 'scripts/describe-elements.ts', '--check'],
};
export const BUILT_TYPES: Step = { name: 'types', command: bin('tsc'), args: ['-b'] };
/** Of tests that run in a browser: they read what `BUILT_TYPES` writes. */
export const TEST_TYPES: readonly Step[] = ['product-cues', 'player-widget'].map((name) => ({
  name: `types of the tests of ${name}`,
  command: bin('tsc'),
  args: ['-p', `packages/${name}/tsconfig.test.json`],
}));
export const BUNDLES: Step = { name: 'bundles', command: bin('rollup'), args: ['-c', '--silent'] };
export const SIZES: Step = { name: 'sizes', command: node, args: ['scripts/check-sizes.ts'] };

/** What an operator uploads: the files under a path of their version, the rolling channel, the snippet with integrity hashes. */
export const RELEASE: Step = {
  name: 'release',
  command: node,
  args: ['packages/player-widget/bin/vitrine-release.js', 'packages/player-widget/dist/release'],
};

/** Node tests of one part of the tree, by glob. Timers are real in all of them: nothing may hang for ever. */
export function nodeTests(name: string, glob: string, concurrency = 2): Step {
  return {
    name,
    command: node,
    args: [
      '--conditions=vitrine-source',
      '--test',
      `--test-concurrency=${concurrency}`,
      '--test-timeout=300000',
      '--test-reporter=./scripts/report-tests.js',
      glob,
    ],
    isTest: true,
  };
}

/** The elements' tests in a real browser: of all files or of some, by glob. */
export function elementTests(name: string, browser: string, ...globs: readonly string[]): Step {
  const files = globs.flatMap((glob) => ['--files', glob]);
  return { name, command: bin('wtr'), args: files, env: { CHROME_PATH: browser }, isTest: true };
}
