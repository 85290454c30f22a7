/** `npm run verify`: format, lint, types, element docs, build, tests, sizes. */
import { runSteps } from './run.ts';
import { ELEMENT_DOCS, FILE_LENGTHS, FORMAT, LINT, TYPES } from './steps.ts';

const passed = await runSteps([
  FILE_LENGTHS,
  [FORMAT, LINT],
  ...TYPES,
  ELEMENT_DOCS,
  { name: 'tests', command: process.execPath, args: ['--conditions=vitrine-source', 'scripts/test.ts'] },
]);
process.exit(passed ? 0 : 1);
