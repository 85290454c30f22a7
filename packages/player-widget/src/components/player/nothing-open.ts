import type { Diagnostics } from '../../diagnose.ts';

/** Diagnostics before there is anything to diagnose. */
export const NOTHING_OPEN: Diagnostics = {
  engine: undefined,
  cues: { inBand: 0, sideChannel: 0, archive: 0, refused: 0, ignored: 0 },
  refusedCues: [],
  times: {
    mediaTime: 0,
    programTime: undefined,
    duration: Number.NaN,
    liveEdgeStart: Number.NaN,
    latency: undefined,
  },
};
