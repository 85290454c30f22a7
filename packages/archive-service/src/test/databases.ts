import { after, describe } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { embeddedDatabase, openServer, type Database } from '../database/open-database.ts';
import { migrateToLatest } from '../database/migrate.ts';
import { startPostgres, type TemporaryPostgres } from './temporary-postgres.ts';

export interface TestDatabase {
  readonly name: 'embedded' | 'server';
  /** A fresh database with this version's schema, closed when the suite ends. */
  open(): Promise<Database>;
}

let postgres: Promise<TemporaryPostgres> | undefined;
let template: Promise<Blob> | undefined;

/** Runs one suite on the embedded database and on a PostgreSQL server; the server is one for each test process. */
export function onEveryDatabase(title: string, suite: (database: TestDatabase) => void): void {
  for (const name of ['embedded', 'server'] as const) {
    describe(`${title} (${name})`, () => {
      const opened: Database[] = [];
      after(() => Promise.all(opened.map((database) => database.close())));
      suite({
        name,
        async open() {
          const database = await (name === 'embedded' ? openInMemory() : openOnServer());
          opened.push(database);
          return database;
        },
      });
    });
  }
}

/** A new embedded database takes seconds to set up, a copy of one does not. */
async function openInMemory(): Promise<Database> {
  template ??= (async () => {
    const pglite = await PGlite.create();
    const database = embeddedDatabase(pglite);
    await migrateToLatest(database.db);
    const dump = await pglite.dumpDataDir('none');
    await database.close();
    return dump;
  })();
  return embeddedDatabase(await PGlite.create({ loadDataDir: await template }));
}

async function openOnServer(): Promise<Database> {
  const database = openServer(await createServerDatabase());
  await migrateToLatest(database.db);
  return database;
}

/** @returns the URL of a new and empty database on this process's temporary server. */
export async function createServerDatabase(): Promise<string> {
  postgres ??= startPostgres();
  return (await postgres).createDatabase();
}

after(async () => {
  await (await postgres)?.stop();
});
