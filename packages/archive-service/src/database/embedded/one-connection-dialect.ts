import type { PGlite } from '@electric-sql/pglite';
import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { OneConnection } from './one-connection.ts';

/**
 * Kysely on the guarded connection. Kysely's own PGlite dialect keeps its statements apart from one another, but not from
 * what pg-boss does on the same connection.
 */
export function oneConnectionDialect(connection: OneConnection): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(connection),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

interface Held extends DatabaseConnection {
  release(): void;
}

function createDriver(connection: OneConnection): Driver {
  const held = new WeakMap<DatabaseConnection, Held>();
  const run = (on: DatabaseConnection, sql: string): Promise<unknown> => on.executeQuery(rawQuery(sql));
  return {
    init: async () => undefined,
    async acquireConnection() {
      const { pglite, release } = await connection.acquire();
      const mine: Held = { ...statementsOn(pglite), release };
      held.set(mine, mine);
      return mine;
    },
    beginTransaction: async (on, { isolationLevel }) => {
      await run(on, isolationLevel ? `BEGIN ISOLATION LEVEL ${isolationLevel.toUpperCase()}` : 'BEGIN');
    },
    commitTransaction: async (on) => {
      await run(on, 'COMMIT');
    },
    rollbackTransaction: async (on) => {
      await run(on, 'ROLLBACK');
    },
    releaseConnection: async (on) => held.get(on)?.release(),
    destroy: async () => undefined,
  };
}

function rawQuery(sql: string): CompiledQuery {
  return {
    sql,
    parameters: [],
    query: { kind: 'RawNode', sqlFragments: [sql], parameters: [] },
    queryId: { queryId: sql },
  };
}

function statementsOn(pglite: PGlite): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, affectedRows } = await pglite.query<Row>(sql, [...parameters]);
      return {
        rows,
        ...(affectedRows === undefined ? {} : { numAffectedRows: BigInt(affectedRows) }),
      };
    },
    streamQuery() {
      throw new Error('The embedded database cannot stream rows: page through them.');
    },
  };
}
