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
    video.addEventListener(
      'error',
      () =>
        void toPlayerError(video.error, source, { signal }).then((error) => {
          if (!signal.aborted) this.fail(error);
        }),
      { signal },
    );
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

  #learn(): void {
    this.tell('streamtypechange');
    this.tell('targetlivewindowchange');
    if (this.programTime(0) !== undefined) this.tell('clockchange');
  }
}
