import type { ColumnType, Generated, Kysely, Selectable, Transaction } from 'kysely';
import type { ArchivePlayback, EventStatus, Product, ProductCue } from '@vitrine/product-cues';

/** What every repository takes as its first parameter: the database, or a transaction in it. */
export type Handle = Kysely<Tables> | Transaction<Tables>;

export interface Tables {
  shops: ShopsTable;
  channels: ChannelsTable;
  products: ProductsTable;
  events: EventsTable;
  event_products: EventProductsTable;
  highlights: HighlightsTable;
  notifications: NotificationsTable;
  recordings: RecordingsTable;
  versions: VersionsTable;
}

/** jsonb: a value when read, text when written (json.ts). */
type Json<T> = ColumnType<T, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

interface ShopsTable {
  slug: string;
}

interface ChannelsTable {
  arn: string;
  shop: string;
  name: string;
  /** The live multivariant playlist, as IVS names it. */
  playback_url: string;
  /** Whether an event made for an unannounced recording is listed. */
  auto_publish: boolean;
  updated_at: Date;
}

interface ProductsTable {
  shop: string;
  id: string;
  product: Json<Product>;
  updated_at: Date;
}

interface EventsTable {
  id: string;
  slug: string;
  shop: string;
  title: string;
  description: string | null;
  status: EventStatus;
  currency: string;
  cue_key: string | null;
  channel_arn: string | null;
  poster: string | null;
  starts_at: Date | null;
  /** The first and the latest time that its stream went on air; and off air: it is over while that is the later one. */
  started_at: Date | null;
  resumed_at: Date | null;
  ended_at: Date | null;
  /** Whether the archive keeps the cues' `set`. */
  replay_offers: boolean;
  listed: boolean;
  /** The greatest `n` given to a highlight; 0: none yet. */
  last_n: Generated<number>;
  /** When the current cue was last handed to IVS, by whichever process: the repeat's clock. */
  cue_put_at: Date | null;
  archive: NullableJson<PublishedLinks>;
  /** The fencing token of the publication that may move the event's pointer. */
  fence: Generated<number>;
  created_at: Date;
  updated_at: Date;
}

/** What a published event's JSON says of its archive, URLs relative to `v1/events/{id}` in the store. */
export interface PublishedLinks {
  readonly version: number;
  readonly playback: ArchivePlayback;
  readonly timelineUrl?: string;
}

interface EventProductsTable {
  event_id: string;
  shop: string;
  product_id: string;
  place: number;
}

/** `queued`: waits for its turn, or for IVS to answer · `off-air`: stored while nothing was broadcast · `replaced`: a newer state went out first. */
export type InBand = 'sent' | 'queued' | 'off-air' | 'replaced';

interface HighlightsTable {
  event_id: string;
  n: number;
  cue: Json<ProductCue>;
  in_band: InBand;
  /** Epoch ms at which PutMetadata first answered for it; null: never broadcast. */
  program_time: number | null;
  created_at: Date;
}

interface NotificationsTable {
  /** The envelope's id. */
  id: string;
  detail_type: string;
  channel_arn: string | null;
  /** The envelope's own time, whenever it arrived. */
  time: Date;
  notification: Json<object>;
  received_at: Date;
  /** What came of it, in a sentence; null: not acted on yet. */
  outcome: string | null;
  acted_at: Date | null;
}

/**
 * `recording`: IVS is writing it · `waiting`: its channel is unknown · `ended`: to be published · `publishing`, `retrying`
 * (failed, will be tried again), `failed` (given up), `published` · `set-aside`: the event has a longer recording.
 */
export type RecordingState =
  'recording' | 'waiting' | 'ended' | 'publishing' | 'retrying' | 'failed' | 'published' | 'set-aside';

/** How far the publication of a recording is. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly bytes: number;
}

interface RecordingsTable {
  id: Generated<number>;
  bucket: string;
  prefix: string;
  channel_arn: string;
  shop: string | null;
  event_id: string | null;
  started_at: Date | null;
  ended_at: Date | null;
  /** As the notification said; only for choosing between recordings. */
  duration_ms: number | null;
  state: RecordingState;
  /** What an operator should know, in a sentence. */
  problem: string | null;
  progress: NullableJson<Progress>;
  updated_at: Date;
}

interface VersionsTable {
  event_id: string;
  version: number;
  recording_id: number;
  state: 'publishing' | 'published';
  published_at: Date | null;
}

export type ChannelRow = Selectable<ChannelsTable>;
export type ProductRow = Selectable<ProductsTable>;
export type EventRow = Selectable<EventsTable>;
export type HighlightRow = Selectable<HighlightsTable>;
export type NotificationRow = Selectable<NotificationsTable>;
export type RecordingRow = Selectable<RecordingsTable>;
