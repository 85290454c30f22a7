import { sql, type Kysely } from 'kysely';

/** Shops, their channels, products and events; highlights; what IVS told us; recordings and what was made of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql.raw(`DROP TABLE ${table}`).execute(db);
}

const TABLES = [
  'versions',
  'recordings',
  'notifications',
  'highlights',
  'event_products',
  'events',
  'products',
  'channels',
  'shops',
];

const UP = [
  `CREATE TABLE shops (slug text PRIMARY KEY)`,
  `INSERT INTO shops (slug) VALUES ('default')`,

  `CREATE TABLE channels (
    arn text PRIMARY KEY,
    shop text NOT NULL REFERENCES shops,
    name text NOT NULL,
    playback_url text NOT NULL,
    auto_publish boolean NOT NULL,
    updated_at timestamptz NOT NULL
  )`,

  `CREATE TABLE products (
    shop text NOT NULL REFERENCES shops,
    id text NOT NULL,
    product jsonb NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (shop, id)
  )`,

  `CREATE TABLE events (
    id text PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    shop text NOT NULL REFERENCES shops,
    title text NOT NULL,
    description text,
    status text NOT NULL CHECK (status IN ('scheduled', 'live', 'ended', 'archived')),
    currency text NOT NULL,
    cue_key text,
    channel_arn text REFERENCES channels,
    poster text,
    starts_at timestamptz,
    started_at timestamptz,
    resumed_at timestamptz,
    ended_at timestamptz,
    replay_offers boolean NOT NULL,
    listed boolean NOT NULL,
    last_n integer NOT NULL DEFAULT 0,
    cue_put_at timestamptz,
    archive jsonb,
    fence integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`,
  `CREATE INDEX events_by_shop ON events (shop, created_at DESC, id DESC)`,
  `CREATE INDEX events_by_channel ON events (channel_arn)`,
  `CREATE INDEX events_on_air ON events (cue_put_at) WHERE status = 'live'`,

  `CREATE TABLE event_products (
    event_id text NOT NULL REFERENCES events ON DELETE CASCADE,
    shop text NOT NULL,
    product_id text NOT NULL,
    place integer NOT NULL,
    PRIMARY KEY (event_id, product_id),
    FOREIGN KEY (shop, product_id) REFERENCES products (shop, id) ON DELETE CASCADE
  )`,

  `CREATE TABLE highlights (
    event_id text NOT NULL REFERENCES events ON DELETE CASCADE,
    n integer NOT NULL,
    cue jsonb NOT NULL,
    in_band text NOT NULL CHECK (in_band IN ('sent', 'queued', 'off-air', 'replaced')),
    program_time double precision,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (event_id, n)
  )`,

  `CREATE TABLE notifications (
    id text PRIMARY KEY,
    detail_type text NOT NULL,
    channel_arn text,
    time timestamptz NOT NULL,
    notification jsonb NOT NULL,
    received_at timestamptz NOT NULL,
    outcome text,
    acted_at timestamptz
  )`,

  `CREATE TABLE recordings (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bucket text NOT NULL,
    prefix text NOT NULL,
    channel_arn text NOT NULL,
    shop text REFERENCES shops,
    event_id text REFERENCES events ON DELETE SET NULL,
    started_at timestamptz,
    ended_at timestamptz,
    duration_ms double precision,
    state text NOT NULL,
    problem text,
    progress jsonb,
    updated_at timestamptz NOT NULL,
    UNIQUE (bucket, prefix)
  )`,
  `CREATE INDEX recordings_by_event ON recordings (event_id)`,
  `CREATE INDEX recordings_by_channel ON recordings (channel_arn)`,

  `CREATE TABLE versions (
    event_id text NOT NULL REFERENCES events ON DELETE CASCADE,
    version integer NOT NULL,
    recording_id integer NOT NULL REFERENCES recordings ON DELETE CASCADE,
    state text NOT NULL CHECK (state IN ('publishing', 'published')),
    published_at timestamptz,
    PRIMARY KEY (event_id, version),
    UNIQUE (event_id, recording_id)
  )`,
];
