import {
  LIVE_EVENT_SCHEMA,
  LIVE_STATE_SCHEMA,
  PRODUCT_SCHEMA,
  TIMELINE_SCHEMA,
} from '@vitrine/product-cues/schemas';
import type { LiveEvent, LiveState, Product, TimelineJson } from '@vitrine/product-cues';
import { Type } from 'typebox';

/** The shared schemas, as TypeBox sees them: their types come from where they are defined. */
export const Event = Type.Unsafe<LiveEvent>(LIVE_EVENT_SCHEMA);
export const ProductBody = Type.Unsafe<Product>(PRODUCT_SCHEMA);
export const LiveStateBody = Type.Unsafe<LiveState & { readonly vitrine: 1 }>(LIVE_STATE_SCHEMA);
export const TimelineBody = Type.Unsafe<TimelineJson>(TIMELINE_SCHEMA);

export const ErrorBody = Type.Object(
  {
    error: Type.Object({
      code: Type.String({ description: 'From a closed list.' }),
      message: Type.String(),
      requestId: Type.String(),
      details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    }),
  },
  { title: 'Error' },
);

/** Every answer that is no success. */
export const ERRORS = { '4xx': ErrorBody, '5xx': ErrorBody } as const;

export const Status = Type.Enum(['scheduled', 'live', 'ended', 'archived']);

export const EventParams = Type.Object({
  event: Type.String({ minLength: 1, maxLength: 80, description: 'Id or slug.' }),
});

/** A whole number from 1, in a path. */
export const Count = Type.String({ pattern: '^[1-9]\\d{0,8}$' });

/** A slug never has an underscore, so that it can never be another event's id. */
export const Slug = Type.String({
  pattern: '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$',
  description: 'Unique in the whole service.',
});

export const Timestamp = Type.String({ format: 'date-time' });
export const NoContent = Type.Null({ description: 'Done.' });
