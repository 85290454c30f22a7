import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Of our advisory locks, so that those of others on the same server are none of ours. */
const SPACE = 0x76697472;

/** Does the work under a lock of the server, which ends with the connection: with the process, that is, however it ends. */
export async function aloneOnServer<T>(
  db: Kysely<Tables>,
  name: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ mine: boolean }>`
      SELECT pg_try_advisory_lock(${SPACE}::int, hashtext(${name})) AS mine`.execute(connection);
    if (!rows[0]?.mine) return undefined;
    try {
      return await work();
    } finally {
      await sql`SELECT pg_advisory_unlock(${SPACE}::int, hashtext(${name}))`.execute(connection);
    }
  });
}

/** The embedded database has one process, and its one connection must not be held while something slow goes on. */
export function aloneInProcess(): <T>(name: string, work: () => Promise<T>) => Promise<T | undefined> {
  const running = new Set<string>();
  return async (name, work) => {
    if (running.has(name)) return undefined;
    running.add(name);
    try {
      return await work();
    } finally {
      running.delete(name);
    }
  };
}
