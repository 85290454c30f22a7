import { sql, type Kysely } from 'kysely';

/** What the ways in for notifications and the sweep remember. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}

const UP = [
  `ALTER TABLE recordings ADD COLUMN failure text, ADD COLUMN assigned boolean NOT NULL DEFAULT false`,
  `ALTER TABLE channels ADD COLUMN swept_at timestamptz`,
  // What is known of a channel is read again with each notification, whatever their number over the years.
  `CREATE INDEX notifications_by_channel ON notifications (channel_arn, time)`,
  `CREATE INDEX notifications_not_acted_on ON notifications (received_at) WHERE acted_at IS NULL`,
  `CREATE INDEX recordings_not_published ON recordings (state) WHERE state <> 'published'`,
];

const DOWN = [
  `DROP INDEX recordings_not_published, notifications_not_acted_on, notifications_by_channel`,
  `ALTER TABLE channels DROP COLUMN swept_at`,
  `ALTER TABLE recordings DROP COLUMN assigned, DROP COLUMN failure`,
];
