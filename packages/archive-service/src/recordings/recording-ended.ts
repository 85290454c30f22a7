import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { ServiceError } from '../errors.ts';

/** Only what is used is asked for: AWS adds fields, and its own examples lack some that its tables call required. */
const RECORDING_ENDED = Type.Object({
  recording_status: Type.String(),
  recording_started_at: Type.Optional(Type.String()),
  recording_ended_at: Type.Optional(Type.String()),
  media: Type.Object({
    hls: Type.Object({
      path: Type.String({ minLength: 1 }),
      playlist: Type.String({ minLength: 1 }),
      renditions: Type.Array(
        Type.Object({
          path: Type.String({ minLength: 1 }),
          playlist: Type.String({ minLength: 1 }),
          byte_range_playlist: Type.Optional(Type.String({ minLength: 1 })),
          resolution_width: Type.Optional(Type.Integer({ minimum: 1 })),
          resolution_height: Type.Optional(Type.Integer({ minimum: 1 })),
        }),
        { minItems: 1 },
      ),
    }),
  }),
});

/** What IVS says of a recording when it has ended: `recording-ended.json`, or `recording-failed.json`. Each path in it is relative to the one above. */
export type RecordingEnded = Static<typeof RECORDING_ENDED>;

/** @throws ServiceError RECORDING_INVALID, naming the field */
export function readRecordingEnded(text: string, key: string): RecordingEnded {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new ServiceError('RECORDING_INVALID', `${key} is not JSON`, { cause });
  }
  if (Value.Check(RECORDING_ENDED, json)) return json;
  const [error] = Value.Errors(RECORDING_ENDED, json);
  const field = error ? `${error.instancePath || 'the whole'} ${error.message}` : 'not what IVS writes';
  throw new ServiceError('RECORDING_INVALID', `${key}: ${field}`);
}
