import { atLeastZero, attempt, type Check, refuse } from '../internal/check.ts';
import { shape } from '../internal/check-shapes.ts';

/** Owners of the ID3 PRIV frames in which IVS carries PutMetadata's text, and a broadcaster's own. */
const CUE_OWNERS: readonly string[] = ['metadata.live-video.net', 'inband.metadata.live-video.net'];

/** Description of the ID3 TXXX frames that IVS writes at each segment's first picture, for itself. */
const CLOCK_OWNER = 'segmentmetadata';

/** The latest date that JavaScript knows (ECMAScript 21.4.1.1), in epoch ms: beyond it, nothing can be made of a time. */
const LAST_TIME = 8.64e15;

const epochMs: Check<number> = (value, field) =>
  atLeastZero(value, field) <= LAST_TIME ? atLeastZero(value, field) : refuse(field, value, 'a time');

/** Epoch ms, when the picture was transcoded. */
const segmentMetadata = shape({ transc_r: epochMs });

/** Whether a frame of this owner (PRIV) or description (TXXX) may carry a cue. */
export function mayCarryCue(owner: string): boolean {
  return CUE_OWNERS.includes(owner);
}

/**
 * Program time (epoch ms) of the picture at which such a frame lies; `undefined` where the frame does not say it. IVS
 * does not document this, so its absence is no error.
 */
export function segmentClock(owner: string, text: string): number | undefined {
  if (owner !== CLOCK_OWNER) return undefined;
  const read = attempt((_, field) => segmentMetadata(JSON.parse(text), field), text, owner);
  return read.ok ? read.value.transc_r : undefined;
}
