import assert from 'node:assert/strict';
import { syncBuiltinESMExports } from 'node:module';
import { it, type TestContext } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
} from 'kysely';
import { LEASE } from '../../database/jobs.ts';
import type { Tables } from '../../database/tables.ts';
import { whileBuilding } from './build.ts';

/** A database that takes every statement and never answers, as one whose connection was lost without a word. */
function silent(): Kysely<Tables> {
  const connection: DatabaseConnection = {
    executeQuery: () => new Promise(() => undefined),
    async *streamQuery() {
      // Nothing comes.
    },
  };
  const nothing = async (): Promise<void> => undefined;
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: nothing,
        commitTransaction: nothing,
        rollbackTransaction: nothing,
        releaseConnection: nothing,
        destroy: nothing,
      }),
    },
  });
}

const BUILD = { eventId: 'evt_1', version: 1, builder: 'a-job/1' };

/** A clock that the test moves on, for whatever waits and for whatever looks at the time. */
function clockOf(t: TestContext): (seconds: number) => Promise<void> {
  let now = 0;
  t.mock.timers.enable({ apis: ['setTimeout'] });
  t.mock.method(performance, 'now', () => now);
  syncBuiltinESMExports();
  t.after(() => {
    t.mock.timers.reset();
    syncBuiltinESMExports();
  });
  return async (seconds) => {
    for (let second = 0; second < seconds; second += 1) {
      now += 1_000;
      t.mock.timers.tick(1_000);
      await turn();
    }
  };
}

it('ends with its lease where the database says nothing at all', async (t) => {
  const pass = clockOf(t);
  const working = whileBuilding(silent(), BUILD, new AbortController().signal, async (signal) => {
    const lost = Promise.withResolvers<void>();
    signal.addEventListener('abort', () => lost.resolve());
    await lost.promise;
    signal.throwIfAborted();
  });
  const ended = assert.rejects(working, { code: 'PUBLICATION_SUPERSEDED' });
  await pass(LEASE + 1);
  await ended;
});

it('does not wait for an answer when its work is done', async (t) => {
  const pass = clockOf(t);
  const done = Promise.withResolvers<string>();
  const working = whileBuilding(silent(), BUILD, new AbortController().signal, () => done.promise);
  await pass(LEASE / 2);
  done.resolve('made');
  assert.equal(await working, 'made');
});
