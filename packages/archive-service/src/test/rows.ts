import { sql } from 'kysely';
import type { Handle } from '../database/tables.ts';

/** What the tests want to know of a service's database. */
export interface Rows {
  readonly notifications: readonly string[];
  readonly recordings: readonly {
    readonly prefix: string;
    readonly state: string;
    readonly problem: string | null;
  }[];
  readonly events: readonly { readonly id: string; readonly slug: string; readonly status: string }[];
  readonly versions: readonly { readonly version: number; readonly state: string }[];
  /** How many notifications nobody has acted on. */
  readonly unacted: number;
  /** These, jobs that wait or run, publications that are wanted: 0 when all is done. */
  readonly undone: number;
}

/** All of one moment: a job that ends between two questions must not seem to have changed nothing. */
export async function readRows(db: Handle): Promise<Rows> {
  return db.transaction().setIsolationLevel('repeatable read').execute(readAll);
}

async function readAll(db: Handle): Promise<Rows> {
  const notifications = await db
    .selectFrom('notifications')
    .select(['id', 'acted_at'])
    .orderBy('id')
    .execute();
  const recordings = await db
    .selectFrom('recordings')
    .select(['prefix', 'state', 'problem'])
    .orderBy('prefix')
    .execute();
  const events = await db
    .selectFrom('events')
    .select(['id', 'slug', 'status', 'wanted', 'settled'])
    .orderBy('id')
    .execute();
  const versions = await db
    .selectFrom('versions')
    .select(['version', 'state'])
    .orderBy('event_id')
    .orderBy('version')
    .execute();
  const jobs = await sql<{
    open: number;
  }>`SELECT count(*)::int AS open FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND name NOT LIKE '\\_\\_%'`.execute(
    db,
  );
  const unsettled = events.filter(({ wanted, settled }) => wanted !== settled).length;
  const unacted = notifications.filter(({ acted_at }) => acted_at === null).length;
  return {
    notifications: notifications.map(({ id }) => id),
    recordings,
    events: events.map(({ id, slug, status }) => ({ id, slug, status })),
    versions,
    unacted,
    undone: unacted + unsettled + (jobs.rows[0]?.open ?? 0),
  };
}

/** What the attempts of a queue's jobs broke with that were not done at once. */
export async function failedJobs(db: Handle, queue: string): Promise<readonly unknown[]> {
  const failed = await sql<{
    data: unknown;
    output: unknown;
  }>`SELECT data, output FROM pgboss.job WHERE name = ${queue} AND output IS NOT NULL AND state IN ('retry', 'failed')`.execute(
    db,
  );
  return failed.rows;
}
