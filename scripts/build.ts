/** `npm run build`: types and Node packages by tsc, the widget's bundles by rollup, then the sizes and the release. */
import { runSteps } from './run.ts';
import { BUNDLES, RELEASE, SIZES, TYPES } from './steps.ts';

process.exit((await runSteps([...TYPES, BUNDLES, SIZES, RELEASE])) ? 0 : 1);
