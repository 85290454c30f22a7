/** `npm run build`: types and Node packages by tsc, the widget's bundles by rollup, then the sizes. */
import { runSteps } from './run.ts';
import { BUNDLES, SIZES, TYPES } from './steps.ts';

process.exit((await runSteps([...TYPES, BUNDLES, SIZES])) ? 0 : 1);
