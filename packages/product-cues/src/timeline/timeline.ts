import type { Hotspot, OfferChange, ProductCue } from '../cue/product-cue.ts';
import type { ClockEntry } from './program-clock.ts';

/** Where a cue came from: the stream's ID3, the event's live.json, or a timeline.json. */
export type CueOrigin = 'in-band' | 'side-channel' | 'archive';

export interface TimedCue extends ProductCue {
  /** From when it holds: media time, in seconds. */
  readonly time: number;
  readonly origin: CueOrigin;
  /** Its time in the stream, in seconds of media time, where an edit or a compensation moved it. */
  readonly sentTime?: number;
}

export interface Timeline {
  /** By time, then by `n`. */
  readonly cues: readonly TimedCue[];
  /** By time; empty where nothing is known of program time. */
  readonly clock: readonly ClockEntry[];
  /** In seconds. */
  readonly duration?: number;
}

export const EMPTY_TIMELINE: Timeline = { cues: [], clock: [] };

/** timeline.json */
export interface TimelineJson {
  readonly vitrine: 1;
  readonly duration?: number;
  readonly clock: readonly ClockEntry[];
  readonly cues: readonly {
    readonly time: number;
    readonly n: number;
    readonly show: readonly string[];
    readonly at?: Readonly<Record<string, Hotspot>>;
    readonly set?: Readonly<Record<string, OfferChange>>;
    readonly sentTime?: number;
  }[];
}

/** The order of a timeline. What has the same time and `n` goes by its content, so that no order is left to chance. */
export function compareCues(a: TimedCue, b: TimedCue): number {
  return a.time - b.time || a.n - b.n || compareContent(a, b);
}

/** Any order will do, if only it is the same for everybody: two cues with one `n` come from a stream that lies. */
export function compareContent(a: TimedCue, b: TimedCue): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
