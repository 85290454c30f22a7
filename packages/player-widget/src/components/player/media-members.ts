import { LitElement } from 'lit';
import type { MediaEngine } from '../../media/media-engine.ts';

/**
 * HTMLMediaElement's members on the element. Before there is an engine the `<video>` itself keeps what was asked for,
 * as it does without a source.
 */
export abstract class MediaMembers extends LitElement {
  protected abstract get media(): MediaEngine | HTMLVideoElement;

  /** Seconds; 0 before anything is open. */
  get currentTime(): number {
    return this.media.currentTime;
  }
  set currentTime(seconds: number) {
    this.media.currentTime = seconds;
  }

  /** Seconds; `Infinity` while live, `NaN` while unknown. */
  get duration(): number {
    return this.media.duration;
  }

  /** Whether nothing plays, for whatever reason. */
  get paused(): boolean {
    return this.media.paused;
  }

  /** Whether the archive, or the live stream, is at its end. */
  get ended(): boolean {
    return this.media.ended;
  }

  /** Whether the sound is off now; the attribute says how it begins. */
  get muted(): boolean {
    return this.media.muted;
  }
  set muted(muted: boolean) {
    this.media.muted = muted;
  }

  /** From 0 to 1. */
  get volume(): number {
    return this.media.volume;
  }
  set volume(volume: number) {
    this.media.volume = volume;
  }

  /** 1 is as it was recorded; the archive alone. */
  get playbackRate(): number {
    return this.media.playbackRate;
  }
  set playbackRate(rate: number) {
    this.media.playbackRate = rate;
  }
}
