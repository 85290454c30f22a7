import type { PGlite } from '@electric-sql/pglite';
import type { Db } from 'pg-boss';
import { ServiceError } from '../../errors.ts';
import { createMutex } from './mutex.ts';

/** Longer than any transaction of ours; whoever waits this long waits for itself. */
const LIMIT = 30_000;

/**
 * PGlite is a single connection. Whoever holds it (a statement, or a transaction from BEGIN to COMMIT) holds it alone,
 * so that no statement of Kysely falls into an open transaction of pg-boss, or the reverse.
 */
export interface OneConnection {
  /** Takes the connection, until `release` is called. */
  acquire(): Promise<{ readonly pglite: PGlite; release(): void }>;
}

export function createOneConnection(pglite: PGlite): OneConnection {
  const mutex = createMutex(
    LIMIT,
    () =>
      new ServiceError(
        'DATABASE_BUSY',
        `The database connection was not free within ${LIMIT / 1000} s. Does a transaction wait for a statement outside it?`,
      ),
  );
  return {
    async acquire() {
      const release = await mutex.lock();
      return { pglite, release };
    },
  };
}

/** The same connection, as pg-boss asks for it. */
export function bossDatabase(connection: OneConnection, pglite: PGlite): Db {
  return {
    async executeSql(text, values) {
      const { release } = await connection.acquire();
      try {
        if (values?.length) return await pglite.query(text, values);
        // Without values it may be several statements, BEGIN and COMMIT included; pg-boss wants the rows of all of them.
        const results = await pglite.exec(text);
        return { rows: results.flatMap(({ rows }) => rows) };
      } catch (error) {
        // A pool would hand out another connection; this one would stay in the failed transaction.
        await pglite.query('ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        release();
      }
    },
    // Notifications arrive in this process, so a worker hears of a job at once.
    async listen(channel, onNotification, onReconnect) {
      const unlisten = await exclusively(connection, () => pglite.listen(channel, onNotification));
      onReconnect();
      return { close: () => exclusively(connection, () => unlisten()) };
    },
  };
}

async function exclusively<T>(connection: OneConnection, work: () => Promise<T>): Promise<T> {
  const { release } = await connection.acquire();
  try {
    return await work();
  } finally {
    release();
  }
}
