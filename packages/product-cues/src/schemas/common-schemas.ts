import { AVAILABILITIES } from '../catalogue/availability.ts';
import { EVENT_STATUSES } from '../event/event-status.ts';

export const ID_SCHEMA = { type: 'string', minLength: 1 } as const;

export const TIMESTAMP_SCHEMA = { type: 'string', format: 'date-time' } as const;

/** In seconds. */
export const SECONDS_SCHEMA = { type: 'number', minimum: 0 } as const;

export const STATUS_SCHEMA = { type: 'string', enum: EVENT_STATUSES } as const;

export const AVAILABILITY_SCHEMA = {
  type: 'string',
  enum: AVAILABILITIES,
} as const;

export const CURRENCY_SCHEMA = {
  type: 'string',
  pattern: '^[A-Z]{3}$',
  description: 'ISO 4217.',
} as const;

export const MONEY_SCHEMA = {
  type: 'object',
  properties: {
    amount: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'In minor units.' },
    currency: CURRENCY_SCHEMA,
  },
  required: ['amount', 'currency'],
} as const;
