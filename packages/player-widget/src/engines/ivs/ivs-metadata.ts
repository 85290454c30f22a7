import type { TextMetadataCue } from 'amazon-ivs-player';
import type { TimedMetadata } from '../../media/timed-metadata.ts';

/**
 * A cue of the SDK. Its `startTime` counts (to the picture, on the `<video>`'s own timeline), not when it is told: the
 * SDK tells it late, at the pace of its time updates. In the native path owner and description are the same.
 */
export function readIvsCue({ startTime, owner, description, text }: TextMetadataCue): TimedMetadata {
  return { time: startTime, owner: owner || description, text };
}
