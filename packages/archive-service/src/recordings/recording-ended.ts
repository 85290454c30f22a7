import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { ServiceError } from '../errors.ts';

const PATH = Type.String({ minLength: 1, maxLength: 1024 });

/** IVS writes at most six; a file that names thousands would have each of their playlists read. */
const RENDITIONS_MAX = 32;

/** Only what is used is asked for: AWS adds fields, and its own examples lack some that its tables call required. */
const RECORDING_ENDED = Type.Object({
  channel_arn: Type.Optional(Type.String()),
  recording_status: Type.String(),
  recording_status_message: Type.Optional(Type.String()),
  recording_started_at: Type.Optional(Type.String()),
  recording_ended_at: Type.Optional(Type.String()),
  media: Type.Object({
    hls: Type.Object({
      duration_ms: Type.Optional(Type.Number()),
      path: PATH,
      playlist: PATH,
      renditions: Type.Array(
        Type.Object({
          path: PATH,
          playlist: PATH,
          byte_range_playlist: Type.Optional(PATH),
          resolution_width: Type.Optional(Type.Integer({ minimum: 1 })),
          resolution_height: Type.Optional(Type.Integer({ minimum: 1 })),
        }),
        { minItems: 1, maxItems: RENDITIONS_MAX },
      ),
    }),
    // No archive fails for want of its thumbnails: what is in here is judged by whoever looks for them.
    thumbnails: Type.Optional(Type.Unknown()),
  }),
});

/**
 * What IVS says of a recording: `recording-ended.json`, `recording-failed.json`, or `recording-started.json`, which has the same form.
 * Each path in it is relative to the one above.
 */
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
