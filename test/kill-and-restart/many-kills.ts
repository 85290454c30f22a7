import { recordFootage } from './footage.ts';
import { killedRun, Undisturbed } from './kills.ts';
import { prepareEmbedded, prepareServer, type PreparedDatabase } from './prepared-database.ts';

export interface ManyKills {
  /** How often a service is killed on each database. */
  readonly embedded: number;
  readonly server: number;
  /** Of the first run on each database; the next have the next ones. */
  readonly seed: number;
  onProgress(done: string): void;
}

/** Runs on a server at the same time: most of it is waiting for a dead process's lease to run out. */
const SERVER_AT_ONCE = 4;
/** One for each of two processors. */
const EMBEDDED_AT_ONCE = 2;

/**
 * Runs with kills until there were enough of them.
 * @returns how many there were, by database
 * @throws Error that names the seed of the run that did not end as it should
 */
export async function manyKills({
  embedded,
  server,
  seed,
  onProgress,
}: ManyKills): Promise<Record<string, number>> {
  const footage = await recordFootage();
  const kills: Record<string, number> = { embedded: 0, server: 0 };

  async function until(
    database: PreparedDatabase,
    undisturbed: Undisturbed,
    enough: number,
    nextSeed: () => number,
  ): Promise<void> {
    while ((kills[database.kind] ?? 0) < enough) {
      const mine = nextSeed();
      try {
        const run = await killedRun({ footage, database }, undisturbed, mine);
        kills[database.kind] = (kills[database.kind] ?? 0) + run.kills;
        onProgress(
          `${database.kind} ${String(kills[database.kind])} of ${String(enough)} kills, seed ${String(mine)}: ${run.scenario}, killed ${run.moments.join(', then ')}`,
        );
      } catch (cause) {
        throw new Error(`seed ${String(mine)} on the ${database.kind} database: ${String(cause)}`, { cause });
      }
    }
  }

  async function on(prepare: typeof prepareEmbedded, atOnce: number, enough: number): Promise<void> {
    if (enough === 0) return;
    const database = await prepare(footage);
    let next = seed;
    const nextSeed = (): number => next++;
    const undisturbed = new Undisturbed({ footage, database });
    try {
      await Promise.all(Array.from({ length: atOnce }, () => until(database, undisturbed, enough, nextSeed)));
    } finally {
      await database.close();
    }
  }

  try {
    await Promise.all([
      on(prepareEmbedded, EMBEDDED_AT_ONCE, embedded),
      on(prepareServer, SERVER_AT_ONCE, server),
    ]);
    return kills;
  } finally {
    await footage.close();
  }
}
