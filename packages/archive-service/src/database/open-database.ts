import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { ConstructorOptions } from 'pg-boss';
import type { Config } from '../config.ts';
import { ServiceError } from '../errors.ts';
import { aloneInProcess, aloneOnServer } from './alone.ts';
import { backUp } from './embedded/back-up.ts';
import { bossDatabase, createOneConnection } from './embedded/one-connection.ts';
import { oneConnectionDialect } from './embedded/one-connection-dialect.ts';
import type { Tables } from './tables.ts';

export interface Database {
  readonly kind: 'embedded' | 'server';
  readonly db: Kysely<Tables>;
  /** For pg-boss, which works on the same database. */
  readonly jobsConnection: ConstructorOptions;
  /** Does the work unless it is being done already, by whichever process of this database: then it gives `undefined`. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T | undefined>;
  /**
   * Writes an embedded database into a file.
   * @throws ServiceError `BAD_REQUEST` on a server, which has tools of its own
   */
  backUp(file: string): Promise<void>;
  /** Once is enough, twice does no harm. */
  close(): Promise<void>;
}

/** The database that the environment names: a server, or the embedded one of the data folder, which the caller owns. */
export async function openDatabase({ databaseUrl, dataDir }: Config): Promise<Database> {
  return databaseUrl === undefined ? openEmbedded(dataDir) : openServer(databaseUrl);
}

/** Opens the embedded database of a data folder. The caller owns the folder (data-dir-lock.ts): PGlite guards nothing. */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const folder = join(dataDir, 'postgres');
  mkdirSync(folder, { recursive: true });
  return embeddedDatabase(await PGlite.create(folder));
}

/** The embedded database on a PGlite that is open already; it is closed with it. */
export function embeddedDatabase(pglite: PGlite): Database {
  const connection = createOneConnection(pglite);
  const db = new Kysely<Tables>({ dialect: oneConnectionDialect(connection) });
  return {
    kind: 'embedded',
    db,
    jobsConnection: {
      db: bossDatabase(connection, pglite),
      backend: 'pglite',
      monitorVacuum: false,
      reindex: false,
    },
    alone: aloneInProcess(),
    backUp: (file) => backUp(connection, file),
    async close() {
      if (pglite.closed) return;
      await db.destroy();
      const { release } = await connection.acquire();
      await pglite.close();
      release();
    },
  };
}

/** Milliseconds to wait for a connection: whoever asks over HTTP has about five seconds for all of it. */
const CONNECT = 3_000;
/** Milliseconds after which a server that has gone silent is given up: longer than any statement of ours takes. */
const QUERY = 120_000;

/** A PostgreSQL server, by its URL. */
export function openServer(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    application_name: 'vitrine',
    connectionTimeoutMillis: CONNECT,
    query_timeout: QUERY,
    keepAlive: true,
    // A bigint comes as text, since it may not fit into a number; ours are counts, which do. PGlite gives numbers.
    types: {
      getTypeParser: (id, format) => (id === types.builtins.INT8 ? Number : types.getTypeParser(id, format)),
    },
  });
  // A connection that breaks is replaced by the pool; without a listener it would end the process, whether it was idle or in a transaction.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  let closed: Promise<void> | undefined;
  return {
    kind: 'server',
    db,
    jobsConnection: {
      connectionString: url,
      application_name: 'vitrine-jobs',
      max: 4,
      connectionTimeoutMillis: CONNECT,
    },
    alone: (name, work) => aloneOnServer(db, name, work),
    backUp: () =>
      Promise.reject(new ServiceError('BAD_REQUEST', 'A PostgreSQL server is backed up by pg_dump.')),
    close: () => (closed ??= db.destroy()),
  };
}
