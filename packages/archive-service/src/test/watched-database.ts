import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { embeddedDatabase, type Database } from '../database/open-database.ts';
import { embeddedInMemory } from './embedded-template.ts';

/** What a test does around every statement of the embedded database; whoever throws makes it fail. */
export interface StatementWatch {
  before?(sql: string): void;
  /** It is done, and its caller has not heard of it yet. */
  after?(sql: string): void;
}

/** An embedded database that nothing is left of. */
export async function openInMemory(watch: StatementWatch = {}): Promise<Database> {
  return embeddedDatabase(watchPglite(await embeddedInMemory(), watch));
}

/** The embedded database of a data folder, watched. The caller owns the folder. */
export async function openWatched(dataDir: string, watch: StatementWatch): Promise<Database> {
  return embeddedDatabase(watchPglite(await PGlite.create(join(dataDir, 'postgres')), watch));
}

/** The same embedded database, with a test's eyes (and hands) on every statement. */
export function watchPglite(pglite: PGlite, watch: StatementWatch): PGlite {
  const during =
    (name: 'query' | 'exec') =>
    async (sql: string, ...given: unknown[]): Promise<unknown> => {
      watch.before?.(sql);
      const run = Reflect.get(pglite, name) as (...all: unknown[]) => Promise<unknown>;
      const result = await run.call(pglite, sql, ...given);
      watch.after?.(sql);
      return result;
    };
  const watched = { query: during('query'), exec: during('exec') };
  return new Proxy(pglite, {
    get(target, name) {
      if (name === 'query' || name === 'exec') return watched[name];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
