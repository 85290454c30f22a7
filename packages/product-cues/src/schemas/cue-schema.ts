import { CUE_KEY_MAX_LENGTH, SHOW_MAX } from '../cue/product-cue.ts';
import { AVAILABILITY_SCHEMA, ID_SCHEMA } from './common-schemas.ts';

const SHOW_SCHEMA = {
  type: 'array',
  description: 'Product ids; the first is the main product; empty: nothing is shown.',
  items: ID_SCHEMA,
  maxItems: SHOW_MAX,
  uniqueItems: true,
} as const;

const AT_SCHEMA = {
  type: 'object',
  description: 'Hotspots by product id: x and y from 0 to 1 of the picture, from its top left corner.',
  additionalProperties: {
    type: 'array',
    items: { type: 'number', minimum: 0, maximum: 1 },
    minItems: 2,
    maxItems: 2,
  },
} as const;

const SET_SCHEMA = {
  type: 'object',
  description: 'Changed offers by product or variant id, for as long as the cue holds.',
  additionalProperties: {
    type: 'object',
    properties: {
      price: {
        type: 'integer',
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        description: 'In minor units.',
      },
      availability: AVAILABILITY_SCHEMA,
    },
  },
} as const;

/** What a cue says, without its identity: the body of a highlight. */
export const CUE_STATE_PROPERTIES = { show: SHOW_SCHEMA, at: AT_SCHEMA, set: SET_SCHEMA } as const;

/** A cue within JSON that says its version itself. */
export const CUE_PROPERTIES = {
  e: { type: 'string', minLength: 1, maxLength: CUE_KEY_MAX_LENGTH, description: "The event's cueKey." },
  n: {
    type: 'integer',
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description: "Rises by one with each change of the event's state; a repeat keeps it.",
  },
  ...CUE_STATE_PROPERTIES,
} as const;

/** A cue as the stream carries it. */
export const PRODUCT_CUE_SCHEMA = {
  type: 'object',
  title: 'ProductCue',
  description:
    'The whole product state from its time until the next cue. As text in the stream it takes at most 1,024 bytes of UTF-8.',
  properties: { vitrine: { type: 'integer', const: 1 }, ...CUE_PROPERTIES },
  required: ['vitrine', 'n', 'show'],
} as const;
