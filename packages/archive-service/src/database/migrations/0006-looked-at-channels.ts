import { sql, type Kysely } from 'kysely';

/** The sweep looks at every channel in turn, also while some bucket cannot be read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE channels ADD COLUMN looked_at timestamptz`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE channels DROP COLUMN looked_at`.execute(db);
}
