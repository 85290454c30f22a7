import { SECONDS_SCHEMA } from './common-schemas.ts';
import { CUE_PROPERTIES } from './cue-schema.ts';

const { n, show, at, set } = CUE_PROPERTIES;

export const TIMELINE_SCHEMA = {
  type: 'object',
  title: 'Timeline',
  properties: {
    vitrine: { type: 'integer', const: 1 },
    duration: SECONDS_SCHEMA,
    clock: {
      type: 'array',
      description:
        'Maps media time to the time of the picture: an entry at the start and at each discontinuity.',
      items: {
        type: 'object',
        properties: {
          time: SECONDS_SCHEMA,
          programTime: { type: 'number', description: 'Epoch milliseconds.' },
        },
        required: ['time', 'programTime'],
      },
    },
    cues: {
      type: 'array',
      description: 'Sorted by time, then by n.',
      items: {
        type: 'object',
        properties: {
          time: SECONDS_SCHEMA,
          n,
          show,
          at,
          set,
          sentTime: { type: 'number', description: 'Its time in the stream, where something moved it.' },
        },
        required: ['time', 'n', 'show'],
      },
    },
  },
  required: ['vitrine', 'clock', 'cues'],
} as const;
