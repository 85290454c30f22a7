import { sql, type Kysely } from 'kysely';

/** What is published is an event, of all its recordings, with edits; no longer one recording. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}

const UP = [
  `ALTER TABLE events
    ADD COLUMN catalogue_at timestamptz,
    ADD COLUMN wanted integer NOT NULL DEFAULT 0,
    ADD COLUMN settled integer NOT NULL DEFAULT 0,
    ADD COLUMN edits jsonb,
    ADD COLUMN edited_at timestamptz,
    ADD COLUMN pinned_version integer,
    ADD COLUMN pinned_key text,
    ADD COLUMN unpublished_at timestamptz,
    ADD COLUMN unpublish_reason text,
    ADD COLUMN unpublish_confirmed_at timestamptz,
    ADD COLUMN unpublish_left integer,
    ADD COLUMN movers jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN pointers jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN problem text`,
  `UPDATE events SET catalogue_at = updated_at`,
  `ALTER TABLE events ALTER COLUMN catalogue_at SET NOT NULL`,
  `UPDATE events SET pointers = jsonb_build_array('v1/events/' || id, 'v1/events/' || slug) WHERE archive IS NOT NULL`,
  `CREATE INDEX events_unsettled ON events (id) WHERE wanted <> settled`,
  `CREATE INDEX event_products_by_product ON event_products (shop, product_id)`,

  // A version knew its recording, from which nobody can tell to the byte what it was made of: it is never resumed.
  `ALTER TABLE versions
    ADD COLUMN inputs jsonb,
    ADD COLUMN inputs_key text,
    ADD COLUMN builder text,
    ADD COLUMN builder_until timestamptz,
    ADD COLUMN links jsonb,
    ADD COLUMN outline jsonb,
    ADD COLUMN retired_at timestamptz,
    ADD COLUMN removed_at timestamptz,
    ADD COLUMN reason text NOT NULL DEFAULT '',
    DROP COLUMN recording_id,
    DROP CONSTRAINT versions_state_check`,
  `ALTER TABLE versions ADD CHECK (state IN ('publishing', 'published', 'collected'))`,
  `UPDATE versions SET links = events.archive FROM events
    WHERE events.id = versions.event_id AND (events.archive->>'version')::integer = versions.version`,
  `UPDATE versions SET retired_at = now() WHERE links IS NULL`,

  // Recordings that were set aside belong to the replay now, and jobs of the old kind are no longer worked on.
  `UPDATE events SET wanted = 1 WHERE EXISTS (SELECT FROM recordings
    WHERE event_id = events.id AND state IN ('ended', 'publishing', 'retrying', 'set-aside'))`,
  `UPDATE recordings SET state = 'ended', problem = NULL, progress = NULL
    WHERE state IN ('publishing', 'retrying', 'set-aside')`,
];

const DOWN = [
  // Of which recording a version was is known where it was made of one alone.
  `ALTER TABLE versions ADD COLUMN recording_id integer REFERENCES recordings ON DELETE CASCADE`,
  `UPDATE versions SET recording_id = (inputs->'recordings'->0->>'id')::integer
    WHERE state <> 'collected' AND jsonb_array_length(inputs->'recordings') = 1
      AND (inputs->'recordings'->0->>'id')::integer IN (SELECT id FROM recordings)`,
  `DELETE FROM versions WHERE recording_id IS NULL OR EXISTS (SELECT FROM versions AS other
    WHERE other.event_id = versions.event_id AND other.recording_id = versions.recording_id
      AND other.version > versions.version)`,
  `ALTER TABLE versions
    DROP COLUMN inputs, DROP COLUMN inputs_key, DROP COLUMN builder, DROP COLUMN builder_until, DROP COLUMN links, DROP COLUMN outline, DROP COLUMN retired_at,
    DROP COLUMN removed_at, DROP COLUMN reason, DROP CONSTRAINT versions_state_check,
    ALTER COLUMN recording_id SET NOT NULL`,
  `ALTER TABLE versions
    ADD CHECK (state IN ('publishing', 'published')), ADD UNIQUE (event_id, recording_id)`,
  `DROP INDEX event_products_by_product`,
  `DROP INDEX events_unsettled`,
  `ALTER TABLE events
    DROP COLUMN catalogue_at, DROP COLUMN wanted, DROP COLUMN settled, DROP COLUMN edits, DROP COLUMN edited_at,
    DROP COLUMN pinned_version, DROP COLUMN pinned_key, DROP COLUMN unpublished_at, DROP COLUMN unpublish_reason,
    DROP COLUMN unpublish_confirmed_at, DROP COLUMN unpublish_left,
    DROP COLUMN movers, DROP COLUMN pointers, DROP COLUMN problem`,
];
