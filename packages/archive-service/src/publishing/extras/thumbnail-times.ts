/** When the thumbnails of a recording were taken, as far as that can be known. Times are seconds from its beginning. */
export interface ThumbnailTimes {
  /** From one to the next. */
  readonly interval: number;
  /** The earliest and the latest moment that the thumbnail of a number can show. */
  window(number: number): { readonly from: number; readonly to: number };
}

/** What an operator would set, from the most to the least likely: 60 is IVS's own default. */
const LIKELY_STEPS = [60, 30, 10, 5, 1] as const;
/** IVS takes whole seconds, up to this. */
const LONGEST_INTERVAL = 60;
/** IVS takes a thumbnail from a keyframe, which may come so much later than it is due. */
const KEYFRAME_SECONDS = 2;

/**
 * A recording does not say how far apart its thumbnails are. But IVS takes one at the beginning and then one for each interval, so the number of them and the
 * duration leave few intervals: for a recording of some length one whole number of seconds, for a short one the roundest of them is taken. Where no
 * whole number fits (IVS may only take keyframes), they are spread evenly.
 *
 * @param count - the highest number of a thumbnail, and one more: those that are missing count, too
 * @param duration - of the recording, in seconds
 */
export function thumbnailTimes(count: number, duration: number): ThumbnailTimes {
  const shortest = Math.max(0, duration - KEYFRAME_SECONDS) / count;
  const tooLong = count > 1 ? duration / (count - 1) : Infinity;
  const likely = likelyIntervals(shortest, tooLong);
  const least = likely[0] ?? shortest;
  const most = likely.at(-1) ?? Math.min(tooLong, duration);
  return {
    interval: likely[likely.length >> 1] ?? duration / (count - 0.5),
    window: (number) => ({ from: number * least, to: number * most + KEYFRAME_SECONDS }),
  };
}

/** The roundest whole seconds between two bounds. */
function likelyIntervals(above: number, below: number): readonly number[] {
  for (const step of LIKELY_STEPS) {
    const found: number[] = [];
    const first = (Math.floor(above / step) + 1) * step;
    for (let seconds = first; seconds <= LONGEST_INTERVAL && seconds < below; seconds += step)
      found.push(seconds);
    if (found.length > 0) return found;
  }
  return [];
}
