import { sql, type Kysely } from 'kysely';

/** What was given up for want of files comes back by itself when they are there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE recordings ADD COLUMN look_again_at timestamptz`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE recordings DROP COLUMN look_again_at`.execute(db);
}
