import { after, describe } from 'node:test';
import type { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { pino } from 'pino';
import { migrateDatabase } from '../database/migrate-database.ts';
import { embeddedDatabase, openServer, type Database } from '../database/open-database.ts';
import { embeddedInMemory } from './embedded-template.ts';
import { createTemplate, openPostgres } from './shared-postgres.ts';
import type { TemporaryPostgres } from './temporary-postgres.ts';

export interface TestDatabase {
  readonly name: 'embedded' | 'server';
  /** An empty database with this version's schema, as long as the suite runs. */
  open(): Promise<Database>;
}

const log = pino({ level: 'silent' });
/** Opening one takes seconds: whoever closes one hands it on. */
const idle: PGlite[] = [];
let postgres: Promise<TemporaryPostgres> | undefined;
let template: Promise<string> | undefined;

/** Runs one suite on the embedded database and on a PostgreSQL server; the server is one for all. */
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

async function openInMemory(): Promise<Database> {
  const pglite = idle.pop() ?? (await embeddedInMemory());
  const database = embeddedDatabase(pglite);
  await migrateDatabase(database, log);
  await sql`TRUNCATE shops, notifications, pgboss.job CASCADE`.execute(database.db);
  await sql`INSERT INTO shops VALUES ('default')`.execute(database.db);
  let isOpen = true;
  return {
    ...database,
    async close() {
      if (isOpen) idle.push(pglite);
      isOpen = false;
    },
  };
}

async function openOnServer(): Promise<Database> {
  template ??= server().then(createTemplate);
  return openServer(await (await server()).createDatabase(await template));
}

/** @returns the URL of a new and empty database on the tests' server. */
export async function createServerDatabase(): Promise<string> {
  return (await server()).createDatabase();
}

function server(): Promise<TemporaryPostgres> {
  postgres ??= openPostgres();
  return postgres;
}

after(async () => {
  await (await postgres)?.stop();
  await Promise.all(idle.map((pglite) => pglite.close()));
});
