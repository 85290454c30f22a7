import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pino } from 'pino';
import { migrateDatabase } from '../database/migrate-database.ts';
import { embeddedDatabase } from '../database/open-database.ts';

/** Folder of the template that `npm test` has ready for all its test files: making an embedded database takes seconds. */
export const SHARED_EMBEDDED = 'VITRINE_TEST_EMBEDDED';

const files = (folder: string) => ({ tar: join(folder, 'template.tar'), postgres: join(folder, 'postgres') });

/** Writes an embedded database with this version's schema into a folder, as a data folder has it and to be loaded. */
export async function createEmbeddedTemplate(folder: string): Promise<void> {
  const { tar, postgres } = files(folder);
  await mkdir(postgres, { recursive: true });
  const pglite = await PGlite.create(postgres);
  await migrateDatabase(embeddedDatabase(pglite), pino({ level: 'silent' }));
  await writeFile(tar, new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer()));
  await pglite.close();
}

/** @returns an embedded database that nothing is left of; with this version's schema, where there is a template. */
export async function embeddedInMemory(): Promise<PGlite> {
  const folder = process.env[SHARED_EMBEDDED];
  if (!folder) return PGlite.create();
  return PGlite.create({ loadDataDir: new Blob([await readFile(files(folder).tar)]) });
}

/** Gives a new data folder its database, where there is a template; where there is none, the service makes it. */
export async function seedDataFolder(dataDir: string): Promise<void> {
  const folder = process.env[SHARED_EMBEDDED];
  if (folder) await cp(files(folder).postgres, join(dataDir, 'postgres'), { recursive: true });
}
