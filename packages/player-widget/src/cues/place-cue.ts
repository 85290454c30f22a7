import type { SentCue, TimedCue } from '@vitrine/product-cues';
import type { MediaEngine } from '../media/media-engine.ts';

/** Cues of the side channel that are kept, so that they find their place as the clock gets known: more than live.json holds. */
const KEPT = 50;

/**
 * Seconds of playing after which a cue is shown though the engine knows no clock: as far as a live picture is behind the
 * studio, so that it comes late rather than early, but does come.
 */
const WITHOUT_CLOCK = 8;

interface Heard extends SentCue {
  /** Media time of the picture that was on screen when it was heard of. */
  readonly since: number;
}

export interface CuePlaces {
  /** A cue that stands in the stream at the picture of this program time. */
  take(sent: SentCue): void;
  /** Places all of them again: the engine knows more of its clock. */
  placeAgain(): void;
  /** Places those that have waited for a clock for long enough. */
  look(): void;
}

/** Where cues of the side channel belong on the timeline that is being played. */
export function createCuePlaces(engine: MediaEngine, add: (cue: TimedCue) => void): CuePlaces {
  const heard = new Map<number, Heard>();
  let waiting = false;

  const place = ({ cue, programTime, since }: Heard): void => {
    const now = engine.pictureTime;
    const time = engine.mediaTimeAt(programTime) ?? (now - since >= WITHOUT_CLOCK ? now : undefined);
    if (time === undefined) waiting = true;
    else add({ ...cue, time, origin: 'side-channel' });
  };
  const placeAgain = (): void => {
    waiting = false;
    for (const one of heard.values()) place(one);
  };
  return {
    take({ cue, programTime }) {
      const one = { cue, programTime, since: heard.get(cue.n)?.since ?? engine.pictureTime };
      heard.set(cue.n, one);
      if (heard.size > KEPT) heard.delete(Math.min(...heard.keys()));
      place(one);
    },
    placeAgain,
    look() {
      if (waiting) placeAgain();
    },
  };
}
