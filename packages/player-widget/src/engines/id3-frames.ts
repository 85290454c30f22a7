import { getId3Frames } from '@svta/cml-id3';
import { readFrame } from './metadata-frame.ts';
import type { TimedMetadata } from '../media/timed-metadata.ts';

/** The texts in the bytes of one or more ID3 tags, all at one time. Damaged tags give what can be read of them. */
export function readId3(bytes: Uint8Array, time: number): TimedMetadata[] {
  try {
    return getId3Frames(bytes).flatMap((frame) => readFrame(frame, time) ?? []);
  } catch {
    return [];
  }
}
