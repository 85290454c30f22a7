import { fileURLToPath } from 'node:url';
import { run } from '../scripts/run.ts';
import { benchFirstFrame } from './first-frame/bench-first-frame.ts';
import { benchHighlight } from './highlight/bench-highlight.ts';
import { benchPublish } from './publish/bench-publish.ts';
import { runInTurn } from './run-in-turn.ts';

interface Bench {
  readonly bench: (args: readonly string[]) => Promise<void>;
  /** Arguments with which one sees in a few minutes whether it runs; what it measures then says little. */
  readonly short: string;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  'first-frame': { bench: benchFirstFrame, short: '--rounds 1 --groups published,live' },
  highlight: { bench: benchHighlight, short: '--seconds 24 --seeks 6' },
  publish: { bench: benchPublish, short: '--minutes 2 --delays 0 --rounds 1 --memory-rounds 1' },
};
const NAMES = Object.keys(BENCHES);
const USAGE = `npm run bench                    all of them: ${NAMES.join(', ')}
npm run bench -- --short         all of them, to see whether they run
npm run bench -- <one> [--help]  one of them`;

const [name = '--all', ...args] = process.argv.slice(2);
const one = BENCHES[name];
if (one) await one.bench(args);
else if (name === '--all' || name === '--short') {
  // Each in a process of its own: what ends one, or is left over from it, is no matter of the next.
  const start = (each: string): Promise<number> => {
    const short = name === '--short' ? (BENCHES[each]?.short.split(' ') ?? []) : [];
    return run('node', ['--conditions=vitrine-source', fileURLToPath(import.meta.url), each, ...short]);
  };
  const failed = await runInTurn(NAMES, { start, tell: (line) => process.stderr.write(`\n== ${line}\n`) });
  if (failed.length > 0) console.error(`failed: ${failed.join(', ')}; what the others measured is above`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} else if (name === '--help') console.log(USAGE);
else {
  console.error(`There is no ${JSON.stringify(name)}.\n${USAGE}`);
  process.exitCode = 1;
}
