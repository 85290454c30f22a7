import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { onEveryDatabase } from '../../test/databases.ts';
import { migrateDown, migrateToLatest } from '../migrate.ts';
import type { Tables } from '../tables.ts';
import * as first from './0001-first-tables.ts';
import * as second from './0002-publications-of-events.ts';

/** As the migrator sees them: of a database of any tables. */
const firstTables: Required<Migration> = first;
const publicationsOfEvents: Required<Migration> = second;

/** What the first release left: an event whose archive is made of one recording, one that was set aside, and one in the middle. */
const ROWS = [
  `INSERT INTO channels VALUES ('arn', 'default', 'Studio', 'https://ivs.example/x.m3u8', true, now())`,
  `INSERT INTO events (id, slug, shop, title, status, currency, replay_offers, listed, archive, created_at, updated_at)
    VALUES ('evt_1', 'show', 'default', 'Show', 'archived', 'EUR', false, true,
      '{"version": 2, "playback": {"type": "archive", "url": "x", "duration": 4, "captions": false}}', now(), '2026-03-05T09:00:00Z'),
    ('evt_2', 'live', 'default', 'Live', 'live', 'EUR', false, true, NULL, now(), now())`,
  `INSERT INTO recordings (bucket, prefix, channel_arn, shop, event_id, state, problem, updated_at)
    VALUES ('b', 'one', 'arn', 'default', 'evt_1', 'set-aside', 'a longer one', now()),
      ('b', 'two', 'arn', 'default', 'evt_1', 'published', NULL, now()),
      ('b', 'three', 'arn', 'default', 'evt_2', 'recording', NULL, now())`,
  `INSERT INTO versions SELECT 'evt_1', id, id, 'published', now() FROM recordings WHERE prefix IN ('one', 'two')`,
];

async function empty(db: Kysely<Tables>): Promise<void> {
  await migrateDown(db);
  await firstTables.up(db);
}

async function tell(db: Kysely<Tables>): Promise<unknown> {
  const { rows: events } =
    await sql`SELECT id, wanted, settled, pointers, catalogue_at = updated_at AS same FROM events ORDER BY id`.execute(
      db,
    );
  const { rows: versions } =
    await sql`SELECT version, state, links IS NOT NULL AS shown, retired_at IS NOT NULL AS retired, inputs FROM versions ORDER BY version`.execute(
      db,
    );
  const { rows: recordings } = await sql`SELECT prefix, state, problem FROM recordings ORDER BY id`.execute(
    db,
  );
  return { events, versions, recordings };
}

onEveryDatabase('the step from recordings to events that are published', (database) => {
  it('takes what there is along, and asks for what was set aside', async (t) => {
    const { db, close } = await database.open();
    t.after(close);
    await empty(db);
    for (const statement of ROWS) await sql.raw(statement).execute(db);
    await publicationsOfEvents.up(db);
    const pointers = ['v1/events/evt_1', 'v1/events/show'];
    assert.deepEqual(await tell(db), {
      events: [
        { id: 'evt_1', wanted: 1, settled: 0, pointers, same: true },
        { id: 'evt_2', wanted: 0, settled: 0, pointers: [], same: true },
      ],
      versions: [
        { version: 1, state: 'published', shown: false, retired: true, inputs: null },
        { version: 2, state: 'published', shown: true, retired: false, inputs: null },
      ],
      recordings: [
        { prefix: 'one', state: 'ended', problem: null },
        { prefix: 'two', state: 'published', problem: null },
        { prefix: 'three', state: 'recording', problem: null },
      ],
    });
    await firstTables.down(db);
    await migrateToLatest(db);
  });

  it('can be taken back: a version of one recording keeps it', async (t) => {
    const { db, close } = await database.open();
    t.after(close);
    await empty(db);
    for (const statement of ROWS) await sql.raw(statement).execute(db);
    await publicationsOfEvents.up(db);
    await sql`INSERT INTO versions (event_id, version, inputs, state)
      SELECT 'evt_1', 3, jsonb_build_object('recordings', jsonb_agg(jsonb_build_object('id', id))), 'published'
      FROM recordings WHERE prefix = 'two'`.execute(db);
    await sql`INSERT INTO versions (event_id, version, inputs, state)
      SELECT 'evt_1', 4, jsonb_build_object('recordings', jsonb_agg(jsonb_build_object('id', id))), 'published'
      FROM recordings WHERE event_id = 'evt_1'`.execute(db);
    await publicationsOfEvents.down(db);
    const { rows } =
      await sql`SELECT version, prefix FROM versions JOIN recordings ON recordings.id = recording_id`.execute(
        db,
      );
    assert.deepEqual(rows, [{ version: 3, prefix: 'two' }]);
    await firstTables.down(db);
    await migrateToLatest(db);
  });
});
