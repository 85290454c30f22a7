import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { ServiceError } from '../errors.ts';
import type { OpenRecording } from './open-recording.ts';
import { resolveKey } from './resolve-key.ts';

export interface RecordingThumbnails {
  /** What their keys begin with, the slash included. */
  readonly prefix: string;
  /** Pixels; `undefined` where the recording does not say. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

const PIXELS = Type.Integer({ minimum: 1, maximum: 8192 });
const SIZE = Type.Object({ resolution_width: PIXELS, resolution_height: PIXELS });
const THUMBNAILS = Type.Object({ path: Type.String({ minLength: 1, maxLength: 1024 }) });

/** Where a recording's thumbnails lie; `undefined` where it has none, or names them in a way that IVS does not. */
export function recordingThumbnails({
  prefix,
  ended,
}: Pick<OpenRecording, 'prefix' | 'ended'>): RecordingThumbnails | undefined {
  const { thumbnails } = ended.media;
  if (!Value.Check(THUMBNAILS, thumbnails)) return undefined;
  const size = Value.Check(SIZE, thumbnails) ? thumbnails : undefined;
  try {
    // Any file in it: only a folder's contents are safely inside of it.
    const file = resolveKey(`${prefix}/x`, `${thumbnails.path.replace(/\/+$/, '')}/x`, prefix);
    return {
      prefix: file.slice(0, -1),
      width: size?.resolution_width,
      height: size?.resolution_height,
    };
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}
