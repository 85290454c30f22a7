import { createIvsControl, type IvsControl } from './channels/ivs-control.ts';
import type { Config } from './config.ts';
import { startJobs, type Jobs } from './database/jobs.ts';
import { checkMigrated, migrateToLatest } from './database/migrate.ts';
import type { Database } from './database/open-database.ts';
import type { Handle } from './database/tables.ts';
import { createCueSender, type CueSender } from './highlights/put-metadata.ts';
import type { Log } from './log.ts';
import { createIntake, type Intake } from './notifications/intake.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { describeKey } from './publishing/archive-layout.ts';
import { openRecordings } from './publishing/recordings-store.ts';
import { forgetBuilders } from './publishing/versions/forget-builders.ts';
import type { ObjectStore } from './stores/object-store.ts';
import { createStores } from './stores/open-store.ts';

/** What routes and jobs work with; opened once for a process. */
export interface Services {
  readonly config: Config;
  readonly log: Log;
  readonly db: Handle;
  readonly jobs: Jobs;
  /** Where archives are published. */
  readonly store: ObjectStore;
  /**
   * The bucket that a notification names, to be read from.
   * @throws ServiceError `RECORDING_INVALID` for what cannot be a bucket's name
   */
  openRecordings(bucket: string): ObjectStore;
  /** Where the buckets of recordings lie as folders; `undefined` where they are Amazon's. */
  readonly bucketsFolder: ObjectStore | undefined;
  readonly ivs: IvsControl;
  readonly cues: CueSender;
  /** Stores notifications. */
  readonly intake: Intake;
  readonly metrics: Metrics;
  /** Does the work unless it is being done already, by whichever process of this database: then it gives `undefined`. */
  readonly alone: Database['alone'];
  /** Writes an embedded database into a file. */
  readonly backUp: Database['backUp'];
  /** Aborts when the service closes. */
  readonly signal: AbortSignal;
  /** Lets go of everything, the database last; unfinished jobs are given back. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Stands before every store: a test may make one fail, or count what is asked of it. */
  readonly wrapStore?: (store: ObjectStore) => ObjectStore;
}

/** Opens everything on a database that the services own from now on. */
export async function openServices(
  config: Config,
  database: Database,
  log: Log,
  { wrapStore = (store) => store }: StoreOptions = {},
): Promise<Services> {
  const { db, kind, jobsConnection } = database;
  const isEmbedded = kind === 'embedded';
  // A server's schema is its operator's to change, by `migrate`; nobody else could do it for the embedded one.
  if (isEmbedded) {
    await migrateToLatest(db);
    await forgetBuilders(db);
  } else await checkMigrated(db);

  const closing = new AbortController();
  const { signal } = closing;
  // Before the jobs, which would have to be stopped again should one of them be none.
  const stores = createStores(describeKey);
  const store = wrapStore(stores.open(config.storeUrl));
  const bucketsFolder =
    config.recordingsUrl === undefined ? undefined : wrapStore(stores.open(config.recordingsUrl));
  const jobs = await startJobs({
    db,
    connection: jobsConnection,
    alone: isEmbedded,
    migrate: isEmbedded,
    log,
  });
  const metrics = createMetrics(db);
  const ivs = createIvsControl();
  const cues = createCueSender({ db, ivs, log, signal });
  let closed: Promise<void> | undefined;
  return {
    config,
    log,
    db,
    jobs,
    store,
    openRecordings: (bucket) => wrapStore(openRecordings(stores, config.recordingsUrl, bucket)),
    bucketsFolder,
    ivs,
    cues,
    intake: createIntake(db, jobs),
    metrics,
    alone: (name, work) => database.alone(name, work),
    backUp: (file) => database.backUp(file),
    signal,
    close() {
      closed ??= (async () => {
        closing.abort(new DOMException('The service is shutting down.', 'AbortError'));
        await jobs.stop();
        await cues.idle();
        ivs.close();
        stores.close();
        await database.close();
      })();
      return closed;
    },
  };
}
