import type { ColumnType, Generated, Kysely, Selectable, Transaction } from 'kysely';
import type { EventStatus, Product, ProductCue } from '@vitrine/product-cues';
import type { Edits, Outline, PublishedLinks } from './documents.ts';

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
type JsonOrDefault<T> = ColumnType<T, string | undefined, string>;
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
  /** Up to when the sweep has looked for recordings of it; null: never. */
  swept_at: Date | null;
  /** When it last looked, whether or not it could look into every bucket; null: never. */
  looked_at: Date | null;
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
  /** What of the archive viewers get now. */
  archive: NullableJson<PublishedLinks>;
  /** The fencing token of whoever may move the event's pointers. */
  fence: Generated<number>;
  /** Who has begun to move the pointers, and has not told that it has ended. */
  movers: JsonOrDefault<readonly Mover[]>;
  /** The keys of the pointers that were ever written and not removed since. */
  pointers: JsonOrDefault<readonly string[]>;
  /** Rises with each wish to publish the event; what is `settled` has been done. */
  wanted: Generated<number>;
  settled: Generated<number>;
  edits: NullableJson<Edits>;
  edited_at: Date | null;
  /** A version that was restored, for as long as what it stands in for (`inputs_key`) stays the same. */
  pinned_version: number | null;
  pinned_key: string | null;
  unpublished_at: Date | null;
  unpublish_reason: string | null;
  /** When a listing showed that nothing is left; and how many objects the last one showed. */
  unpublish_confirmed_at: Date | null;
  unpublish_left: number | null;
  /** Why the event cannot be published as it should be, in a sentence. */
  problem: string | null;
  /** When the shop last changed what it says of the event. */
  catalogue_at: Date;
  created_at: Date;
  updated_at: Date;
}

export interface Mover {
  /** The fencing token. */
  readonly token: number;
  /** Epoch ms at which it began. */
  readonly since: number;
  /** Whether a write of somebody whom it has overtaken may have come after its own. */
  readonly disturbed?: true;
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
 * (failed, will be tried again), `failed` (given up), `published`.
 */
export const RECORDING_STATES = [
  'recording',
  'waiting',
  'ended',
  'publishing',
  'retrying',
  'failed',
  'published',
] as const;
export type RecordingState = (typeof RECORDING_STATES)[number];

/** How far the publication of a recording is. */
export interface Progress {
  /** Of the whole publication. */
  readonly percent: number;
  readonly step: string;
  /** Of `total` parts of the step. */
  readonly done: number;
  readonly total: number;
  /** Media files that the version has so far. */
  readonly objects: number;
  /** Copied and read so far. */
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
  /** Why IVS could not finish it, in IVS's own word; null: it did, or has yet to. */
  failure: string | null;
  /** Whether an operator chose its event: then no notification moves it to another. */
  assigned: Generated<boolean>;
  /** Whether it was given up for being refused by its bucket: the sweep looks whether that is over. */
  refused: Generated<boolean>;
  /** From when on the sweep looks whether its files are there, for want of which it, or what was to be made of it, was given up; null: it does not. */
  look_again_at: Date | null;
  state: RecordingState;
  /** What an operator should know, in a sentence. */
  problem: string | null;
  progress: NullableJson<Progress>;
  updated_at: Date;
}

/** `collected`: its number is taken, its objects are gone or going. */
export type VersionState = 'publishing' | 'published' | 'collected';

interface VersionsTable {
  event_id: string;
  version: number;
  /** Of what it is made, as `publishing` froze it; null: an older release made it. */
  inputs: NullableJson<object>;
  /** The same for the same recordings, edits and highlights. */
  inputs_key: string | null;
  /** Who makes it, and until when it need not say again that it is alive. */
  builder: string | null;
  builder_until: Date | null;
  state: VersionState;
  links: NullableJson<PublishedLinks>;
  outline: NullableJson<Outline>;
  published_at: Date | null;
  /** When viewers no longer got it; null: they do, or it is being made. */
  retired_at: Date | null;
  /** When its objects were gone. */
  removed_at: Date | null;
  /** Why there is this version, in a sentence. */
  reason: Generated<string>;
}

export type ChannelRow = Selectable<ChannelsTable>;
export type ProductRow = Selectable<ProductsTable>;
export type EventRow = Selectable<EventsTable>;
export type HighlightRow = Selectable<HighlightsTable>;
export type NotificationRow = Selectable<NotificationsTable>;
export type RecordingRow = Selectable<RecordingsTable>;
export type VersionRow = Selectable<VersionsTable>;
