import { sql } from 'kysely';
import { fromKysely, PgBoss, type ConstructorOptions, type JobWithMetadata } from 'pg-boss';
import type { Log } from '../log.ts';
import type { Handle } from './tables.ts';

/** A queue's name and what a job on it carries. */
export interface JobData {
  'act-on-notification': { readonly notificationId: string };
  /** Of the wish to publish the event: `events.wanted` at that time. */
  'publish-event': { readonly eventId: string; readonly generation: number };
  'withdraw-event': { readonly eventId: string };
}
export type JobName = keyof JobData;

/** Seconds; how long a job may go without a sign of life before another process takes it over. */
export const LEASE = 20;

const QUEUES: Readonly<Record<JobName, object>> = {
  'act-on-notification': { policy: 'exclusive', retryLimit: 12, retryDelay: 1, retryDelayMax: 300 },
  // Six hours is far more than the longest recording needs; a dead worker is noticed by its lease.
  'publish-event': {
    policy: 'exclusive',
    retryLimit: 8,
    retryDelay: 5,
    retryDelayMax: 600,
    expireInSeconds: 21_600,
  },
  // What the law wants gone is tried until it is gone.
  'withdraw-event': { policy: 'exclusive', retryLimit: 1_000, retryDelay: 2, retryDelayMax: 300 },
};

/** New jobs announce themselves; those that wait for another attempt are found by looking, so many seconds apart. */
const WORK = { includeMetadata: true, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 } as const;

export interface JobAttempt<Name extends JobName> {
  /** The job's: the same for all its attempts. */
  readonly id: string;
  /** How many attempts have failed before. */
  readonly failures: number;
  readonly data: JobData[Name];
  /** Whether this is the last attempt: what fails now has failed for good. */
  readonly isLast: boolean;
  readonly signal: AbortSignal;
}
export type JobHandler<Name extends JobName> = (attempt: JobAttempt<Name>) => Promise<void>;

export interface SendOptions {
  /** Seconds that pass before the job's first attempt. */
  readonly after?: number;
}

export interface Jobs {
  /**
   * Stores a job in the caller's transaction; a job that waits or runs under the same key makes it unnecessary.
   * @returns whether it was necessary
   */
  send<Name extends JobName>(
    handle: Handle,
    name: Name,
    key: string,
    data: JobData[Name],
    options?: SendOptions,
  ): Promise<boolean>;
  /** The same for many at once. */
  sendAll<Name extends JobName>(
    handle: Handle,
    name: Name,
    jobs: readonly { readonly key: string; readonly data: JobData[Name] }[],
  ): Promise<void>;
  /** The same, and a job that waits for its next attempt under this key need not wait any longer. */
  sendAtOnce<Name extends JobName>(
    handle: Handle,
    name: Name,
    key: string,
    data: JobData[Name],
  ): Promise<void>;
  work<Name extends JobName>(name: Name, concurrency: number, handler: JobHandler<Name>): Promise<void>;
  /** Stops all workers and gives back what they had not finished. */
  stop(): Promise<void>;
}

export interface JobsOptions {
  readonly db: Handle;
  /** How pg-boss reaches the same database. */
  readonly connection: ConstructorOptions;
  /** Whether this process is the only one on the database, so that a job found active has lost its worker. */
  readonly alone: boolean;
  readonly migrate: boolean;
  readonly log: Log;
}

/** Starts pg-boss on the service's own database. */
export async function startJobs({ db, connection, alone, migrate, log }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    ...connection,
    migrate,
    createSchema: migrate,
    schedule: false,
    useListenNotify: true,
    registerInstance: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  boss.on('warning', ({ message, data }) => log.warn({ data }, message));
  await boss.start();
  for (const [name, options] of Object.entries(QUEUES)) {
    await boss.createQueue(name, { ...options, retryBackoff: true, heartbeatSeconds: LEASE, notify: true });
  }
  if (alone) await giveBackAll(db);

  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  async function attempt<Name extends JobName>(
    job: JobWithMetadata<JobData[Name]>,
    handler: JobHandler<Name>,
  ): Promise<void> {
    const signal = AbortSignal.any([job.signal, stopping.signal]);
    try {
      signal.throwIfAborted();
      const { id, data, retryCount, retryLimit } = job;
      await handler({ id, failures: retryCount, data, isLast: retryCount >= retryLimit, signal });
    } catch (error) {
      if (stopping.signal.aborted) await giveBack(db, job.id);
      throw error;
    }
  }

  return {
    async send(handle, name, key, data, { after } = {}) {
      const startAfter = after === undefined ? {} : { startAfter: after };
      const id = await boss.send(name, data, { singletonKey: key, db: fromKysely(handle), ...startAfter });
      return id !== null;
    },
    async sendAll(handle, name, jobs) {
      if (jobs.length === 0) return;
      const rows = jobs.map(({ key, data }) => ({ singletonKey: key, data }));
      await boss.insert(name, rows, { db: fromKysely(handle) });
    },
    async sendAtOnce(handle, name, key, data) {
      const db = fromKysely(handle);
      const { updated } = await boss.update(name, undefined, {
        singletonKey: key,
        startAfter: new Date(),
        db,
      });
      if (updated === 0) await boss.send(name, data, { singletonKey: key, db });
    },
    async work<Name extends JobName>(name: Name, concurrency: number, handler: JobHandler<Name>) {
      for (let count = 0; count < concurrency; count += 1) {
        const id = await boss.work<JobData[Name], void, typeof WORK>(name, WORK, async ([job]) => {
          if (!job) return;
          // Otherwise the next job would wait for the next poll, however many there are.
          boss.notifyWorker(id);
          const run = attempt(job, handler);
          running.add(run);
          await run.finally(() => running.delete(run));
        });
      }
    },
    async stop() {
      // No worker may take up again what another gives back.
      await Promise.all(Object.keys(QUEUES).map((name) => boss.offWork(name, { wait: false })));
      stopping.abort(new DOMException('The service is shutting down.', 'AbortError'));
      await Promise.allSettled([...running]);
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

/** An attempt that its worker could not finish has not failed: it starts again at once, and does not count. */
async function giveBack(db: Handle, id: string): Promise<void> {
  await sql`UPDATE pgboss.job SET state = 'retry', started_on = NULL, start_after = now() WHERE id = ${id}::uuid AND state = 'active'`.execute(
    db,
  );
}

async function giveBackAll(db: Handle): Promise<void> {
  await sql`UPDATE pgboss.job SET state = 'retry', started_on = NULL, start_after = now() WHERE state = 'active'`.execute(
    db,
  );
}
