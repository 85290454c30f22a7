import { STATUS_SCHEMA, TIMESTAMP_SCHEMA } from './common-schemas.ts';
import { CUE_PROPERTIES } from './cue-schema.ts';

const CUE_SCHEMA = { type: 'object', properties: CUE_PROPERTIES, required: ['n', 'show'] } as const;

export const LIVE_STATE_SCHEMA = {
  type: 'object',
  title: 'LiveState',
  properties: {
    vitrine: { type: 'integer', const: 1 },
    status: STATUS_SCHEMA,
    cue: { anyOf: [CUE_SCHEMA, { type: 'null' }] },
    programTime: {
      type: ['number', 'null'],
      description: 'Epoch milliseconds at which the cue was sent; null when it was not broadcast.',
    },
    recent: {
      type: 'array',
      description: 'The cues that were sent shortly before it, by their n.',
      items: {
        type: 'object',
        properties: { cue: CUE_SCHEMA, programTime: { type: 'number' } },
        required: ['cue', 'programTime'],
      },
    },
    catalogueAt: {
      ...TIMESTAMP_SCHEMA,
      description:
        'When the shop last changed the event or one of its products; later than the updatedAt of an event that was read before.',
    },
    updatedAt: TIMESTAMP_SCHEMA,
  },
  required: ['vitrine', 'status', 'cue', 'programTime', 'updatedAt'],
} as const;
