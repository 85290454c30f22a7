import { endOf } from '../../media/live-window.ts';
import type { StreamType } from '../../media/media-engine.ts';
import type { PlaySource } from '../../media/media-source.ts';
import { VideoEngine } from '../video-engine.ts';
import { startDateOf } from './native-clock.ts';
import { toPlayerError } from './native-errors.ts';
import { followMetadata } from './native-metadata.ts';

/** Seconds behind the newest picture within which one is "at live": a browser tells no target duration. */
const EDGE = 10;

/** Lets the browser itself play HLS: Safari where it has no MSE. */
export class NativeEngine extends VideoEngine {
  readonly name = 'native';

  protected override open(source: PlaySource, signal: AbortSignal): void {
    const { video } = this;
    followMetadata(video.textTracks, { signal, onMetadata: (item) => this.tellMetadata(item) });
    video.addEventListener('loadedmetadata', () => this.#learn(), { signal });
    video.addEventListener('timeupdate', () => this.recovery.played(video.currentTime), { signal });
    video.addEventListener('error', () => void this.#goOn(source, signal), { signal });
    // Without it Chromium refuses byte ranges of another origin's segments.
    video.crossOrigin = 'anonymous';
    video.src = source.url;
  }

  protected override close(): void {
    this.attachedVideo?.removeAttribute('crossorigin');
  }

  get streamType(): StreamType {
    const { duration } = this;
    return Number.isNaN(duration) ? 'unknown' : duration === Infinity ? 'live' : 'on-demand';
  }
  get liveEdgeStart(): number {
    return this.streamType === 'live' ? endOf(this.seekable) - EDGE : Number.NaN;
  }
  get targetLiveWindow(): number {
    return this.streamType === 'live' ? 0 : Number.NaN;
  }

  programTime(mediaTime: number): number | undefined {
    const start = startDateOf(this.video);
    return start === undefined ? undefined : start + mediaTime * 1000;
  }
  mediaTimeAt(programTime: number): number | undefined {
    const start = startDateOf(this.video);
    return start === undefined ? undefined : (programTime - start) / 1000;
  }

  /** Opens it again where it was, if it was the network. */
  async #goOn(source: PlaySource, signal: AbortSignal): Promise<void> {
    const { video } = this;
    const { currentTime, paused } = video;
    const error = await toPlayerError(video.error, source, { signal });
    if (signal.aborted) return;
    const again = (): void => {
      const resume = (): void => {
        if (currentTime > 0) video.currentTime = currentTime;
        // A pause that comes in between is no failure.
        if (!paused) video.play().catch(() => undefined);
      };
      video.addEventListener('loadedmetadata', resume, { once: true, signal });
      video.src = source.url;
    };
    const isOver = error.code !== 'NETWORK' || !this.recovery.attempt(again, { atStart: currentTime === 0 });
    if (isOver) this.fail(error);
  }

  #learn(): void {
    this.tell('streamtypechange');
    this.tell('targetlivewindowchange');
    if (this.programTime(0) !== undefined) this.tell('clockchange');
  }
}
