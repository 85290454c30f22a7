import type { CueIntake } from './cues/cue-intake.ts';
import type { MediaEngine } from './media/media-engine.ts';

/** What a developer wants to know when something looks wrong; read only, made anew at each reading. */
export interface Diagnostics {
  readonly engine: MediaEngine['name'] | undefined;
  /** How many cues each source has brought, and how many were refused or not ours. */
  readonly cues: CueIntake['counts'];
  readonly refusedCues: CueIntake['refusals'];
  readonly times: {
    /** Seconds, of the picture on screen. */
    readonly mediaTime: number;
    /** Epoch milliseconds of that picture. */
    readonly programTime: number | undefined;
    readonly duration: number;
    readonly liveEdgeStart: number;
    /** Seconds from the studio to the screen, by this device's clock. */
    readonly latency: number | undefined;
  };
}

export function diagnose(engine: MediaEngine, { counts, refusals }: CueIntake): Diagnostics {
  const mediaTime = engine.pictureTime;
  return {
    engine: engine.name,
    cues: counts,
    refusedCues: [...refusals],
    times: {
      mediaTime,
      programTime: engine.programTime(mediaTime),
      duration: engine.duration,
      liveEdgeStart: engine.liveEdgeStart,
      latency: engine.latency,
    },
  };
}
