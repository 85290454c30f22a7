import type Hls from 'hls.js';
import type { Fragment, LevelDetails } from 'hls.js';

/** A segment that is not there, and where. */
export interface Hole {
  readonly media: HTMLMediaElement;
  readonly missing: Fragment;
  readonly details: LevelDetails;
}

/**
 * An archive with one hole is better than none: plays up to a segment that is not there, then goes on behind its file. Whoever
 * goes elsewhere meanwhile is not carried along.
 */
export function jumpOver(
  hls: Hls,
  { media, missing, details }: Hole,
  { signal }: { signal: AbortSignal },
): void {
  const done = new AbortController();
  const until = { signal: AbortSignal.any([signal, done.signal]) };
  // Several ranges may be of one file.
  const end = details.fragments.findLast(({ url }) => url === missing.url)?.end ?? missing.start;
  const jump = (): void => {
    done.abort();
    media.currentTime = Math.min(end, media.duration);
    hls.startLoad();
  };
  const goOn = (): void => {
    done.abort();
    hls.startLoad();
  };
  media.addEventListener('waiting', jump, until);
  media.addEventListener('seeking', goOn, until);
  if (media.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) jump();
}
