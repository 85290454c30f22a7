import { pino } from 'pino';
import { migrateDatabase } from '../database/migrate-database.ts';
import { openServer } from '../database/open-database.ts';
import { createDatabasesOn, startPostgres, type TemporaryPostgres } from './temporary-postgres.ts';

/** URLs of the server and the template that `npm test` has ready for all its test files: starting a server takes seconds. */
export const SHARED_SERVER = 'VITRINE_TEST_POSTGRES';
export const SHARED_TEMPLATE = 'VITRINE_TEST_POSTGRES_TEMPLATE';

/** The server of this test run, which outlives who stops using it; where a test file is run by itself, one of its own. */
export async function openPostgres(): Promise<TemporaryPostgres> {
  const url = process.env[SHARED_SERVER];
  return url
    ? { url, createDatabase: createDatabasesOn(url), stop: () => Promise.resolve() }
    : startPostgres();
}

/** @returns the URL of a database with this version's schema, to make others from; nobody is connected to it. */
export async function createTemplate({ createDatabase }: TemporaryPostgres): Promise<string> {
  const ready = process.env[SHARED_TEMPLATE];
  if (ready) return ready;
  const url = await createDatabase();
  const database = openServer(url);
  await migrateDatabase(database, pino({ level: 'silent' }));
  await database.close();
  return url;
}
