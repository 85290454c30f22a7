import type { Log } from '../log.ts';
import { startJobs } from './jobs.ts';
import { migrateToLatest } from './migrate.ts';
import type { Database } from './open-database.ts';

/** Brings a database to this version: the service's tables and the job queue's. @returns the names of the migrations that ran. */
export async function migrateDatabase(
  { db, jobsConnection }: Database,
  log: Log,
): Promise<readonly string[]> {
  const ran = await migrateToLatest(db);
  const jobs = await startJobs({ db, connection: jobsConnection, alone: false, migrate: true, log });
  await jobs.stop();
  return ran;
}
