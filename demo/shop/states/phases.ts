import type { LiveState } from '@vitrine/product-cues';
import type { Phase, RealThings } from './state.ts';

/** What is different about an event; a field that is `undefined` is left out. */
type Change = object | ((real: RealThings) => object);

/** The key of cues that a state's own live.json carries. */
const CUE_KEY = 'gallery';

const changeOf = (change: Change, real: RealThings): object =>
  typeof change === 'function' ? change(real) : change;

/** The archived event as it is, or with something else about it. */
export function archived(change: Change = {}): Phase {
  return { event: (real) => ({ ...real.event, ...changeOf(change, real) }) };
}

/** The same event with nothing to play. */
export function nothingToPlay(status: 'scheduled' | 'live' | 'ended', change: Change = {}): Phase {
  return {
    event: (real) => ({
      ...real.event,
      status,
      playback: null,
      timelineUrl: undefined,
      ...changeOf(change, real),
    }),
    live: { status },
  };
}

type Cue = Partial<NonNullable<LiveState['cue']>>;

/** The same event on air, these products on screen. */
export function onAir(show: readonly string[], cue: Cue = {}, change: Change = {}): Phase {
  return {
    event: (real) => ({
      ...real.event,
      status: 'live',
      cueKey: CUE_KEY,
      playback: { type: 'live', url: real.liveUrl },
      timelineUrl: undefined,
      ...changeOf(change, real),
    }),
    live: { status: 'live', cue: { e: CUE_KEY, n: 1, show, ...cue } },
    needsAir: true,
  };
}

/** The service has no event to tell of. */
export function answers(status: number): Phase {
  return { event: () => status };
}
