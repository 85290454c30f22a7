/** `npm run soak`: the long forms of the tests that break things. An argument keeps only those whose name contains it. */
import { run } from './run.ts';
import { fuzzAll } from '../test/fuzz/fuzz-all.ts';
import { manyKills } from '../test/kill-and-restart/many-kills.ts';

const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e6));
const numberOf = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

interface LongForm {
  readonly name: string;
  /** @returns what was done, in a few words */
  run(say: (progress: string) => void): Promise<string>;
}

/** A test file with more of everything than `npm test` has. */
const tests = (
  name: string,
  glob: string,
  env: Readonly<Record<string, string>>,
  done: string,
): LongForm => ({
  name,
  async run() {
    const args = [
      '--conditions=vitrine-source',
      '--test',
      '--test-reporter=spec',
      '--test-timeout=7200000',
      glob,
    ];
    if ((await run(process.execPath, args, env)) !== 0)
      throw new Error(`${glob} failed with ${JSON.stringify(env)}`);
    return done;
  },
});

const runs = String(numberOf('SHUFFLE_RUNS', 300));
const FORMS: readonly LongForm[] = [
  {
    name: 'kill',
    async run(onProgress) {
      const kills = numberOf('KILLS', 200);
      const server = numberOf('SERVER_KILLS', Math.floor(kills * 0.3));
      const done = await manyKills({ embedded: kills - server, server, seed: SEED, onProgress });
      return Object.entries(done)
        .map(([database, count]) => `${String(count)} kills on the ${database} database`)
        .join(', ');
    },
  },
  tests('faults', 'test/faults/*.test.ts', { FAULTS: 'all' }, 'store and database failed at every step'),
  tests(
    'shuffle',
    'test/shuffle/*.test.ts',
    { SHUFFLE_RUNS: runs, SHUFFLE_SEED: String(SEED) },
    `${runs} histories`,
  ),
  tests(
    'live',
    'test/live-soak/*.test.ts',
    { LIVE_SECONDS: String(numberOf('LIVE_SECONDS', 600)), LIVE_SEED: String(SEED) },
    'a live event on a misbehaving stream',
  ),
  {
    name: 'fuzz',
    run: (onProgress) => fuzzAll({ inputs: numberOf('INPUTS', 100_000), seed: SEED, onProgress }),
  },
];

const wanted = process.argv[2] ?? '';
const results: string[] = [];
let failed = false;
for (const { name, run: runForm } of FORMS.filter((form) => form.name.includes(wanted))) {
  const started = performance.now();
  console.log(`\n${name}, seed ${String(SEED)}`);
  const outcome = await runForm((progress) => console.log(`  ${progress}`)).then(
    (done) => `passed | ${done}`,
    (error: unknown) => {
      failed = true;
      console.error(error);
      return `FAILED | ${error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)}`;
    },
  );
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  results.push(`| ${name} | ${outcome} | ${String(SEED)} | ${minutes} |`);
}
console.log(
  ['', '| form | outcome | what | seed | minutes |', '|---|---|---|---|---|', ...results].join('\n'),
);
process.exit(failed ? 1 : 0);
