import {
  createTemplate,
  SHARED_SERVER,
  SHARED_TEMPLATE,
  startPostgres,
  type TemporaryPostgres,
} from '@vitrine/archive-service/testing';

/** Starts one PostgreSQL for all test files and brings one database in it to this version, of which theirs are copies. */
export async function shareDatabase(): Promise<TemporaryPostgres> {
  const postgres = await startPostgres();
  process.env[SHARED_SERVER] = postgres.url;
  process.env[SHARED_TEMPLATE] = await createTemplate(postgres);
  return postgres;
}
