import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEmbeddedTemplate,
  createTemplate,
  SHARED_EMBEDDED,
  SHARED_SERVER,
  SHARED_TEMPLATE,
  startPostgres,
} from '@vitrine/archive-service/testing';

/**
 * Starts one PostgreSQL for all test files and brings one database of each kind to this version, of which theirs are copies.
 * @returns what stops and removes it all
 */
export async function shareDatabases(): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  process.env[SHARED_SERVER] = postgres.url;
  process.env[SHARED_TEMPLATE] = await createTemplate(postgres);
  const embedded = await mkdtemp(join(tmpdir(), 'vitrine-embedded-'));
  await createEmbeddedTemplate(embedded);
  process.env[SHARED_EMBEDDED] = embedded;
  return async () => {
    await postgres.stop();
    await rm(embedded, { recursive: true, force: true });
  };
}
