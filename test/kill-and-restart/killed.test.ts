import { after, before, describe, it } from 'node:test';
import { recordFootage, type Footage } from './footage.ts';
import { disturbed, killedRun, Undisturbed } from './kills.ts';
import { CHECKPOINTS } from './moment.ts';
import { prepareEmbedded, prepareServer, type PreparedDatabase } from './prepared-database.ts';
import { scenarios } from './scenario.ts';

/** `npm run soak -- kill` runs hundreds; another seed here is another handful. */
const SEED = Number(process.env['KILL_SEED'] ?? 1);

const SIZE = Math.ceil(CHECKPOINTS.length / 3);
const THIRDS = [0, 1, 2].map((third) => CHECKPOINTS.slice(third * SIZE, (third + 1) * SIZE));

// Both databases at once: on a server most of the time is spent waiting for a dead process's lease to run out.
describe('a service that is killed', { concurrency: 2 }, () => {
  let footage: Footage;
  before(async () => {
    footage = await recordFootage();
  });
  after(() => footage.close());

  for (const [name, prepare, seeds] of [
    ['embedded', prepareEmbedded, 1],
    ['server', prepareServer, 1],
  ] as const) {
    describe(`(${name} database)`, { concurrency: name === 'server' ? seeds : 1 }, () => {
      let database: PreparedDatabase;
      let undisturbed: Undisturbed;
      before(async () => {
        database = await prepare(footage);
        undisturbed = new Undisturbed({ footage, database });
      });
      after(() => database.close());

      for (const steps of name === 'embedded' ? THIRDS : []) {
        it(`after ${steps.join(', then after ')} ends with the archive of an undisturbed one`, async () => {
          const [one] = scenarios(footage);
          const moments = steps.map((step) => ({ by: 'step', step }) as const);
          await disturbed({ footage, database }, undisturbed, one, moments);
        });
      }
      for (let seed = SEED; seed < SEED + seeds; seed += 1) {
        it(`at moments of seed ${String(seed)} ends as an undisturbed one`, async (t) => {
          const run = await killedRun({ footage, database }, undisturbed, seed);
          t.diagnostic(`${run.scenario}: ${run.moments.join(', then ')} (${String(run.kills)} kills)`);
        });
      }
    });
  }
});
