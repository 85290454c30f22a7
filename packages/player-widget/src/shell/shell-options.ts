import type { LiveEvent, Timeline } from '@vitrine/product-cues';
import type { LivePosition } from '../media/live-position.ts';
import type { MediaEngine } from '../media/media-engine.ts';
import type { PlayerError } from '../media/player-error.ts';

export interface Replay {
  readonly event: LiveEvent;
  /** As it is known by now; another object when it has changed. */
  readonly timeline: () => Timeline;
  readonly onProblem: (error: PlayerError) => void;
}

export interface ShellOptions {
  /** The element that goes fullscreen: products have to come along. */
  readonly host: HTMLElement;
  /** An empty element over the video; the shell lives in it and leaves it empty. */
  readonly layer: HTMLElement;
  readonly engine: MediaEngine;
  readonly video: HTMLVideoElement;
  /** What the seek bar of an archive tells of. */
  readonly replay?: Replay;
  /** Where one is in a live stream. */
  readonly position?: LivePosition | undefined;
  readonly signal: AbortSignal;
}
