/** `npm run verify`: format, lint, types, build, tests, sizes. */
import { runSteps } from './run.ts';
import { FILE_LENGTHS, FORMAT, LINT, TYPES } from './steps.ts';

await runSteps([
  FORMAT,
  LINT,
  FILE_LENGTHS,
  ...TYPES,
  { name: 'tests', command: process.execPath, args: ['scripts/test.ts'] },
]);
