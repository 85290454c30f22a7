/** Safari's `<video>`; no type library knows it. */
interface DatedVideo {
  getStartDate(): Date;
}

/**
 * Epoch milliseconds of media time 0, from PROGRAM-DATE-TIME; `undefined` in other browsers and in streams without it.
 * One date is all that Safari tells: after a discontinuity within the stream the times are off by what was left out.
 */
export function startDateOf(video: object): number | undefined {
  const start = isDated(video) ? video.getStartDate().getTime() : Number.NaN;
  return Number.isNaN(start) ? undefined : start;
}

function isDated(video: object): video is DatedVideo {
  return 'getStartDate' in video && typeof video.getStartDate === 'function';
}
