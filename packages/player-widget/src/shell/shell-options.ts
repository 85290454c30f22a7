import type { MediaEngine } from '../media/media-engine.ts';

export interface ShellOptions {
  /** The element that goes fullscreen: products have to come along. */
  readonly host: HTMLElement;
  /** An empty element over the video; the shell lives in it and leaves it empty. */
  readonly layer: HTMLElement;
  readonly engine: MediaEngine;
  readonly video: HTMLVideoElement;
  readonly signal: AbortSignal;
}
