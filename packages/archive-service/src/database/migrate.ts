import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { ServiceError } from '../errors.ts';
import * as firstTables from './migrations/0001-first-tables.ts';
import * as publicationsOfEvents from './migrations/0002-publications-of-events.ts';
import * as doors from './migrations/0003-doors.ts';
import * as refusedRecordings from './migrations/0004-refused-recordings.ts';
import * as lookedAtAgain from './migrations/0005-looked-at-again.ts';
import * as lookedAtChannels from './migrations/0006-looked-at-channels.ts';
import type { Tables } from './tables.ts';

/** In the order of their numbers; a released migration never changes. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-publications-of-events': publicationsOfEvents,
  '0003-doors': doors,
  '0004-refused-recordings': refusedRecordings,
  '0005-looked-at-again': lookedAtAgain,
  '0006-looked-at-channels': lookedAtChannels,
};

function createMigrator(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
}

/** Brings the database to this version's schema. @returns the names of the migrations that ran. */
export async function migrateToLatest(db: Kysely<Tables>): Promise<readonly string[]> {
  const { error, results = [] } = await createMigrator(db).migrateToLatest();
  if (error) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/** Takes every migration back, the newest first. */
export async function migrateDown(db: Kysely<Tables>): Promise<void> {
  const migrator = createMigrator(db);
  for (const _ of Object.keys(MIGRATIONS)) {
    const { error } = await migrator.migrateDown();
    if (error) throw error;
  }
}

/** @throws ServiceError `DATABASE_NOT_MIGRATED` when a migration has not run yet. */
export async function checkMigrated(db: Kysely<Tables>): Promise<void> {
  const migrations = await createMigrator(db).getMigrations();
  if (migrations.some(({ executedAt }) => !executedAt)) throw new ServiceError('DATABASE_NOT_MIGRATED');
}
