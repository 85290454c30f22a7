import {
  CURRENCY_SCHEMA,
  ID_SCHEMA,
  SECONDS_SCHEMA,
  STATUS_SCHEMA,
  TIMESTAMP_SCHEMA,
} from './common-schemas.ts';
import { CUE_KEY_MAX_LENGTH } from '../cue/product-cue.ts';
import { PRODUCT_SCHEMA } from './product-schema.ts';

const STARTER_FILE_SCHEMA = {
  type: 'object',
  properties: { url: ID_SCHEMA, mime: ID_SCHEMA },
  required: ['url', 'mime'],
} as const;

const LIVE_PLAYBACK_SCHEMA = {
  type: 'object',
  properties: { type: { type: 'string', const: 'live' }, url: ID_SCHEMA },
  required: ['type', 'url'],
} as const;

const ARCHIVE_PLAYBACK_SCHEMA = {
  type: 'object',
  properties: {
    type: { type: 'string', const: 'archive' },
    url: ID_SCHEMA,
    duration: SECONDS_SCHEMA,
    captions: { type: 'boolean' },
    starter: {
      type: 'object',
      properties: { video: STARTER_FILE_SCHEMA, audio: STARTER_FILE_SCHEMA, duration: SECONDS_SCHEMA },
      required: ['video', 'duration'],
    },
    thumbnailsUrl: { type: 'string' },
    chaptersUrl: { type: 'string' },
  },
  required: ['type', 'url', 'duration', 'captions'],
} as const;

/** What there is to play now; `null`: nothing. */
export const PLAYBACK_SCHEMA = {
  anyOf: [LIVE_PLAYBACK_SCHEMA, ARCHIVE_PLAYBACK_SCHEMA, { type: 'null' }],
} as const;

export const LIVE_EVENT_SCHEMA = {
  type: 'object',
  title: 'LiveEvent',
  properties: {
    id: ID_SCHEMA,
    slug: { type: 'string', minLength: 1, description: 'Unique in the whole service.' },
    shop: ID_SCHEMA,
    title: ID_SCHEMA,
    description: { type: 'string' },
    status: STATUS_SCHEMA,
    currency: CURRENCY_SCHEMA,
    cueKey: { type: 'string', maxLength: CUE_KEY_MAX_LENGTH },
    startsAt: TIMESTAMP_SCHEMA,
    startedAt: TIMESTAMP_SCHEMA,
    endedAt: TIMESTAMP_SCHEMA,
    poster: { type: 'string' },
    playback: PLAYBACK_SCHEMA,
    products: { type: 'array', items: PRODUCT_SCHEMA },
    timelineUrl: { type: 'string' },
    liveStateUrl: { type: 'string' },
    chatRoom: { type: 'string' },
    updatedAt: TIMESTAMP_SCHEMA,
  },
  required: ['id', 'slug', 'shop', 'title', 'status', 'currency', 'playback', 'products', 'updatedAt'],
} as const;
