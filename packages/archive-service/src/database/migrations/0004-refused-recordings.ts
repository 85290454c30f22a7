import { sql, type Kysely } from 'kysely';

/** What was given up for being refused comes back by itself when it is not refused any more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE recordings ADD COLUMN refused boolean NOT NULL DEFAULT false`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE recordings DROP COLUMN refused`.execute(db);
}
