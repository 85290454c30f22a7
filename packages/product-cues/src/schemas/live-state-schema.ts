import { STATUS_SCHEMA, TIMESTAMP_SCHEMA } from './common-schemas.ts';
import { CUE_PROPERTIES } from './cue-schema.ts';

export const LIVE_STATE_SCHEMA = {
  type: 'object',
  title: 'LiveState',
  properties: {
    vitrine: { type: 'integer', const: 1 },
    status: STATUS_SCHEMA,
    cue: {
      anyOf: [{ type: 'object', properties: CUE_PROPERTIES, required: ['n', 'show'] }, { type: 'null' }],
    },
    programTime: {
      type: ['number', 'null'],
      description: 'Epoch milliseconds at which the cue was sent; null when it was not broadcast.',
    },
    updatedAt: TIMESTAMP_SCHEMA,
  },
  required: ['vitrine', 'status', 'cue', 'programTime', 'updatedAt'],
} as const;
