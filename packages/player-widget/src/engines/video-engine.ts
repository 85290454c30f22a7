import { emptyVideo } from '../internal/empty-video.ts';
import { TypedEvents } from '../internal/typed-events.ts';
import { onAbort } from '../internal/on-abort.ts';
import type { LoadOptions, MediaEngine, MediaEngineEventMap, StreamType } from '../media/media-engine.ts';
import type { PlaySource } from '../media/media-source.ts';
import { PlayerError } from '../media/player-error.ts';
import type { TimedMetadata } from '../media/timed-metadata.ts';
import { followPictures, type PictureClock } from './picture-clock.ts';
import { Recovery } from './recovery.ts';

/** Events that mean the same on the port as on the `<video>`. */
const PASSED_ON = [
  'timeupdate',
  'durationchange',
  'play',
  'pause',
  'playing',
  'waiting',
  'seeking',
  'seeked',
  'ended',
  'volumechange',
  'ratechange',
  'progress',
  'loadedmetadata',
] as const satisfies readonly (keyof MediaEngineEventMap)[];

/** Seconds: what seems to be further behind, or ahead, tells of a viewer's clock that is wrong. */
const MOST_LATENCY = 6 * 3600;

/** What all engines share: a `<video>` that answers for itself, one load at a time, and silence after the end. */
export abstract class VideoEngine extends TypedEvents<MediaEngineEventMap> implements MediaEngine {
  abstract readonly name: MediaEngine['name'];
  readonly #end = new AbortController();
  #video: HTMLVideoElement | undefined;
  #pictures: PictureClock | undefined;
  #load:
    { readonly superseded: AbortController; settle: ((error?: PlayerError) => void) | undefined } | undefined;

  #recovery: Recovery | undefined;

  /** Aborts when the engine is destroyed. */
  protected readonly signal = this.#end.signal;

  attach(video: HTMLVideoElement, { signal }: { signal: AbortSignal }): void {
    this.#video = video;
    for (const type of PASSED_ON) {
      // Only the browser's own: an engine may have reasons to dispatch one for its library.
      video.addEventListener(type, (event) => event.isTrusted && this.tell(type), { signal: this.signal });
    }
    this.#pictures = followPictures(video, { signal: this.signal, onPicture: () => this.tell('picture') });
    onAbort(signal, () => void this.destroy());
  }

  load(source: PlaySource, options: LoadOptions = {}): Promise<void> {
    this.#load?.superseded.abort();
    if (this.#load) this.#pictures?.forget();
    const superseded = new AbortController();
    const signal = AbortSignal.any([this.signal, superseded.signal]);
    return new Promise((resolve, reject) => {
      const load = { superseded, settle: (error?: PlayerError) => (error ? reject(error) : resolve()) };
      this.#load = load;
      this.#recovery = new Recovery({ signal, onChange: () => this.tell('reconnectingchange') });
      onAbort(signal, () => reject(signal.reason));
      if (signal.aborted) return;
      this.video.addEventListener('loadedmetadata', () => this.ready(), { signal });
      try {
        this.open(source, signal, options);
      } catch (error) {
        this.fail(
          error instanceof PlayerError ? error : new PlayerError('ENGINE_NOT_LOADED', '', { cause: error }),
        );
      }
    });
  }

  /** Begins to load, letting go of all it began for the source before. The signal ends with this source. */
  protected abstract open(source: PlaySource, signal: AbortSignal, options: LoadOptions): void;
  /** Lets go of the library; the `<video>` is emptied afterwards. */
  protected abstract close(): void;

  play(): Promise<void> {
    return this.video.play();
  }
  pause(): void {
    this.video.pause();
  }
  get currentTime(): number {
    return this.video.currentTime;
  }
  set currentTime(time: number) {
    this.video.currentTime = time;
  }
  get pictureTime(): number {
    return this.paintedTime ?? this.currentTime;
  }
  /** Of the picture on screen, on the `<video>`'s own timeline; `undefined` where none is painted. */
  protected get paintedTime(): number | undefined {
    return this.#pictures?.mediaTime;
  }
  get volume(): number {
    return this.video.volume;
  }
  set volume(volume: number) {
    this.video.volume = volume;
  }
  get muted(): boolean {
    return this.video.muted;
  }
  set muted(muted: boolean) {
    this.video.muted = muted;
  }
  get playbackRate(): number {
    return this.video.playbackRate;
  }
  set playbackRate(rate: number) {
    this.video.playbackRate = rate;
  }
  get duration(): number {
    return this.video.duration;
  }
  get paused(): boolean {
    return this.video.paused;
  }
  get ended(): boolean {
    return this.video.ended;
  }
  get seeking(): boolean {
    return this.video.seeking;
  }
  get readyState(): number {
    return this.video.readyState;
  }
  get buffered(): TimeRanges {
    return this.video.buffered;
  }
  get seekable(): TimeRanges {
    return this.video.seekable;
  }
  get textTracks(): TextTrackList {
    return this.video.textTracks;
  }
  get reconnecting(): boolean {
    return this.#recovery?.isUnderWay ?? false;
  }

  abstract readonly streamType: StreamType;
  abstract readonly liveEdgeStart: number;
  abstract readonly targetLiveWindow: number;
  abstract programTime(mediaTime: number): number | undefined;
  abstract mediaTimeAt(programTime: number): number | undefined;

  get latency(): number | undefined {
    const at = this.streamType === 'live' ? this.programTime(this.pictureTime) : undefined;
    const latency = at === undefined ? Number.NaN : (Date.now() - at) / 1000;
    return latency >= 0 && latency < MOST_LATENCY ? latency : undefined;
  }

  destroy(): Promise<void> {
    if (!this.signal.aborted) {
      this.#end.abort();
      this.close();
      // At once, not a task later: the next engine may be taking the <video> over in this very task.
      if (this.#video) emptyVideo(this.#video);
    }
    return Promise.resolve();
  }

  /** Of the source that is being opened or played. */
  protected get recovery(): Recovery {
    if (!this.#recovery) throw new Error('Nothing is being played: call load() first.');
    return this.#recovery;
  }

  protected get attachedVideo(): HTMLVideoElement | undefined {
    return this.#video;
  }

  protected get video(): HTMLVideoElement {
    if (!this.#video) throw new Error('The engine has no <video> yet: call attach() first.');
    return this.#video;
  }

  protected tell(type: keyof MediaEngineEventMap): void {
    if (!this.signal.aborted) this.dispatch(new Event(type));
  }

  protected tellMetadata(detail: TimedMetadata): void {
    if (!this.signal.aborted) this.dispatch(new CustomEvent('timedmetadata', { detail }));
  }

  /** Playing can begin: ends load(), if it has not ended yet. */
  protected ready(): void {
    this.#settle();
  }

  /** While a source is loading the error is load()'s answer; later it is an event. */
  protected fail(error: PlayerError): void {
    this.#recovery?.giveUp();
    if (this.signal.aborted || this.#settle(error)) return;
    this.dispatch(new CustomEvent('error', { detail: error }));
  }

  #settle(error?: PlayerError): boolean {
    const settle = this.#load?.settle;
    if (!this.#load || !settle) return false;
    this.#load.settle = undefined;
    settle(error);
    return true;
  }
}
