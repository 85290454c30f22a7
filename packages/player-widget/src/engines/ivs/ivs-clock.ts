import { segmentClock, type ClockEntry } from '@vitrine/product-cues';
import type { TimedMetadata } from '../../media/timed-metadata.ts';

/**
 * The clock that IVS writes for itself at each segment's first picture. The SDK hands it on, though no document says so:
 * without it an engine simply knows no program time.
 */
export function readIvsClock({ time, owner, text }: TimedMetadata): ClockEntry | undefined {
  const programTime = segmentClock(owner, text);
  return programTime === undefined ? undefined : { time, programTime };
}
