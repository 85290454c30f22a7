import { sql } from 'kysely';
import { openServer } from '../database/open-database.ts';

/** Ends every connection to a server's database, as the network or its restart would: what was being done there is lost. */
export async function breakConnections(url: string): Promise<void> {
  const { db, close } = openServer(url);
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(
    db,
  );
  await close();
}
