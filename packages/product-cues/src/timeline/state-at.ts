import type { Hotspot, OfferChange } from '../cue/product-cue.ts';
import { EMPTY_MAP } from '../internal/check-shapes.ts';
import type { TimedCue, Timeline } from './timeline.ts';

/** What is to be shown at a media time. */
export interface ProductState {
  /** The cue that holds; `undefined` before the first. */
  readonly n: number | undefined;
  readonly show: readonly string[];
  readonly at: Readonly<Record<string, Hotspot>>;
  readonly set: Readonly<Record<string, OfferChange>>;
}

export const EMPTY_STATE: ProductState = { n: undefined, show: [], at: EMPTY_MAP, set: EMPTY_MAP };

const states = new WeakMap<TimedCue, ProductState>();

/** The state of the latest cue at or before this time. It is the same object for as long as the same cue holds. */
export function stateAt(timeline: Timeline, mediaTime: number): ProductState {
  const cue = timeline.cues[countUntil(timeline, mediaTime) - 1];
  if (!cue) return EMPTY_STATE;
  let state = states.get(cue);
  if (!state) {
    state = { n: cue.n, show: cue.show, at: cue.at ?? EMPTY_MAP, set: cue.set ?? EMPTY_MAP };
    states.set(cue, state);
  }
  return state;
}

/** How many cues lie at or before this time, by binary search. */
export function countUntil({ cues }: Timeline, mediaTime: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.time ?? Infinity) <= mediaTime) low = middle + 1;
    else high = middle;
  }
  return low;
}
