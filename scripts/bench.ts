import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

/** Runs a comparison of bench/, whose packages are installed when they are first needed: nobody else has a use for them. */
const bench = fileURLToPath(new URL('../bench/', import.meta.url));
if (!existsSync(`${bench}node_modules`) && (await run('npm', ['ci', '--prefix', bench])) !== 0)
  process.exit(1);
process.exit(await run('node', ['--conditions=vitrine-source', `${bench}run.ts`, ...process.argv.slice(2)]));
