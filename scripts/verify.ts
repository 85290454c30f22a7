/** `npm run verify`: format, lint, types, element docs, build, tests, sizes. */
import { runSteps } from './run.ts';
import { BUILT_TYPES, ELEMENT_DOCS, FILE_LENGTHS, FORMAT, LINT, TEST_TYPES } from './steps.ts';

const passed = await runSteps([
  FILE_LENGTHS,
  [FORMAT, LINT, BUILT_TYPES],
  ...TEST_TYPES,
  ELEMENT_DOCS,
  { name: 'tests', command: process.execPath, args: ['--conditions=vitrine-source', 'scripts/test.ts'] },
]);
process.exit(passed ? 0 : 1);
