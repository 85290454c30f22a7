/** `npm run build`: types and Node packages by tsc, the widget's bundles by rollup, then the sizes and the release. */
import { runSteps } from './run.ts';
import { BUILT_TYPES, BUNDLES, RELEASE, SIZES, TEST_TYPES } from './steps.ts';

process.exit((await runSteps([BUILT_TYPES, ...TEST_TYPES, BUNDLES, SIZES, RELEASE])) ? 0 : 1);
