import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { LEASE } from '../../database/jobs.ts';
import { jsonb } from '../../database/json.ts';
import type { Handle } from '../../database/tables.ts';
import { ServiceError } from '../../errors.ts';
import type { PublishedArchive } from '../publication.ts';

/** The right to make a version, for as long as nobody else was given it. */
export interface Build {
  readonly eventId: string;
  readonly version: number;
  /** Of this attempt alone. */
  readonly builder: string;
}

/** Until when a sign of life that is given now holds, by the database's clock. */
export const leaseEnd = sql<Date>`now() + make_interval(secs => ${sql.lit(LEASE)})`;

/** Seconds between two signs of life. */
const BEAT = 4;

/** @throws ServiceError `PUBLICATION_SUPERSEDED` when the version is another's to make, or is not wanted any more */
export async function checkBuild(db: Handle, build: Build): Promise<void> {
  const row = await db
    .selectFrom('versions')
    .select('builder')
    .where('event_id', '=', build.eventId)
    .where('version', '=', build.version)
    .executeTakeFirst();
  if (row?.builder !== build.builder) throw new ServiceError('PUBLICATION_SUPERSEDED');
}

/**
 * Works while giving signs of life. The work's signal aborts with `PUBLICATION_SUPERSEDED` when the version is no longer the caller's to make, and
 * when for the length of a lease nobody could be told that it is alive: by then another may have been given it.
 */
export async function whileBuilding<Result>(
  db: Handle,
  build: Build,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const lost = new AbortController();
  const done = new AbortController();
  const beating = beat(db, build, AbortSignal.any([done.signal, signal]), (error) => lost.abort(error));
  try {
    return await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    done.abort();
    await beating;
  }
}

async function beat(
  db: Handle,
  build: Build,
  signal: AbortSignal,
  lose: (error: ServiceError) => void,
): Promise<void> {
  let until = performance.now() + LEASE * 1000;
  for (;;) {
    // An aborted wait is how it ends.
    await sleep(BEAT * 1000, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    const asked = performance.now();
    // A connection that is lost without a word never answers: no longer than the lease lasts.
    const stillOurs = await Promise.race([
      renew(db, build).catch(() => undefined),
      sleep(until - asked, undefined, { signal, ref: false }).catch(() => undefined),
    ]);
    if (stillOurs) until = asked + LEASE * 1000;
    if (stillOurs === false || performance.now() >= until) {
      lose(new ServiceError('PUBLICATION_SUPERSEDED'));
      return;
    }
  }
}

async function renew(db: Handle, { eventId, version, builder }: Build): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('versions')
    .set({ builder_until: leaseEnd })
    .where('event_id', '=', eventId)
    .where('version', '=', version)
    .where('builder', '=', builder)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends a build that came to nothing: whoever tries next need not wait for its lease to run out. */
export async function releaseBuild(db: Handle, { eventId, version, builder }: Build): Promise<void> {
  await db
    .updateTable('versions')
    .set({ builder: null, builder_until: null })
    .where('event_id', '=', eventId)
    .where('version', '=', version)
    .where('builder', '=', builder)
    .execute();
}

/**
 * Stores that the version is made. Viewers get it when the pointers are moved to it.
 * @throws ServiceError `PUBLICATION_SUPERSEDED`, and stores nothing
 */
export async function finishBuild(
  db: Handle,
  { eventId, version, builder }: Build,
  { links, outline }: PublishedArchive,
  now: Date,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('versions')
    .set({
      state: 'published',
      links: jsonb(links),
      outline: jsonb(outline),
      published_at: now,
      builder: null,
      builder_until: null,
    })
    .where('event_id', '=', eventId)
    .where('version', '=', version)
    .where('builder', '=', builder)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new ServiceError('PUBLICATION_SUPERSEDED');
}
