import { EMPTY_STATE, stateAt, type ProductState, type Timeline } from '@vitrine/product-cues';

/**
 * Seconds. A picture's time comes rounded through several units (90 kHz, microseconds, milliseconds), so a cue written
 * into a picture may seem to lie just after it. Far less than a picture lasts at 60 a second.
 */
const ROUNDING = 0.004;

/** Tells what is to be shown, whenever that differs from what was told last; empty to begin with. */
export function reportState(onState: (state: ProductState) => void): {
  readonly state: ProductState;
  /** Looks at the timeline at this media time. */
  look(timeline: Timeline, mediaTime: number): void;
} {
  let state = EMPTY_STATE;
  return {
    get state() {
      return state;
    },
    look(timeline, mediaTime) {
      const next = stateAt(timeline, mediaTime + ROUNDING);
      if (next === state) return;
      const told = state;
      state = next;
      if (JSON.stringify(next) !== JSON.stringify(told)) onState(next);
    },
  };
}
