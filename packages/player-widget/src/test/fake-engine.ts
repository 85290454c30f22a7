import type { ClockEntry } from '@vitrine/product-cues';
import { ProgramClock } from '../engines/program-clock.ts';
import { TypedEvents } from '../internal/typed-events.ts';
import { onAbort } from '../internal/on-abort.ts';
import { endOf, timeRange } from '../media/live-window.ts';
import type {
  MediaEngine,
  MediaEngineEventMap,
  RenditionCapable,
  StreamType,
} from '../media/media-engine.ts';
import type { PlaySource } from '../media/media-source.ts';
import { PlayerError, type PlayerErrorCode } from '../media/player-error.ts';
import { AUTO, type Rendition } from '../media/rendition.ts';
import type { TimedMetadata } from '../media/timed-metadata.ts';

/** What a fake engine finds at a URL. */
export interface FakeStream {
  /** Seconds; `Infinity` for live. */
  readonly duration: number;
  readonly metadata?: readonly TimedMetadata[];
  readonly clock?: readonly ClockEntry[];
  readonly renditions?: readonly Rendition[];
  /** Ends load() instead. */
  readonly failure?: PlayerErrorCode;
}

/** Milliseconds: thirty pictures a second. */
const PICTURE = 1000 / 30;

/** An engine without a video, for tests of what lies above the port. It plays in real time what it was given. */
export class FakeEngine extends TypedEvents<MediaEngineEventMap> implements MediaEngine, RenditionCapable {
  readonly name: MediaEngine['name'];
  readonly #streams: Readonly<Record<string, FakeStream>>;
  readonly #end = new AbortController();
  #load = new AbortController();
  #stream: FakeStream | undefined;
  #time = 0;
  #paused = true;
  #seeking = false;
  #volume = 1;
  #muted = false;
  #rate = 1;
  #timer: ReturnType<typeof setInterval> | undefined;
  selectedRendition = AUTO;
  reconnecting = false;
  readonly textTracks = document.createElement('video').textTracks;

  constructor(streams: Readonly<Record<string, FakeStream>>, name: MediaEngine['name'] = 'hls') {
    super();
    this.#streams = streams;
    this.name = name;
  }

  attach(_video: HTMLVideoElement, { signal }: { signal: AbortSignal }): void {
    onAbort(signal, () => void this.destroy());
  }

  async load({ url }: PlaySource): Promise<void> {
    this.#load.abort();
    this.#load = new AbortController();
    const signal = AbortSignal.any([this.#load.signal, this.#end.signal]);
    await Promise.resolve();
    signal.throwIfAborted();
    const stream = this.#streams[url];
    if (!stream || stream.failure) throw new PlayerError(stream?.failure ?? 'SOURCE_NOT_FOUND', `${url}.`);
    this.#stream = stream;
    this.#time = 0;
    for (const type of [
      'durationchange',
      'loadedmetadata',
      'streamtypechange',
      'targetlivewindowchange',
    ] as const) {
      this.tell(type);
    }
    if (stream.renditions) this.tell('renditionschange');
    if (stream.clock) this.tell('clockchange');
    for (const detail of stream.metadata ?? []) this.dispatch(new CustomEvent('timedmetadata', { detail }));
    this.tell('picture');
  }

  /** Sends an event of the port as the media would. */
  tell(type: keyof MediaEngineEventMap): void {
    if (!this.#end.signal.aborted) this.dispatch(new Event(type));
  }
  tellMetadata(detail: TimedMetadata): void {
    if (!this.#end.signal.aborted) this.dispatch(new CustomEvent('timedmetadata', { detail }));
  }
  fail(error: PlayerError): void {
    if (!this.#end.signal.aborted) this.dispatch(new CustomEvent('error', { detail: error }));
  }

  /** Out of data: it stands still, and is not paused. */
  freeze(): void {
    clearInterval(this.#timer);
    this.tell('waiting');
  }

  play(): Promise<void> {
    if (this.#end.signal.aborted || !this.#paused) return Promise.resolve();
    this.#paused = false;
    this.tell('play');
    this.tell('playing');
    this.#timer = setInterval(() => this.#advance(), PICTURE);
    return Promise.resolve();
  }
  pause(): void {
    if (this.#paused) return;
    this.#paused = true;
    clearInterval(this.#timer);
    this.tell('pause');
  }
  get currentTime(): number {
    return this.#time;
  }
  set currentTime(time: number) {
    this.#time = Math.max(0, Math.min(time, this.duration));
    this.#seeking = true;
    this.tell('seeking');
    queueMicrotask(() => {
      if (!this.#seeking) return;
      this.#seeking = false;
      this.tell('picture');
      this.tell('timeupdate');
      this.tell('seeked');
    });
  }
  get pictureTime(): number {
    return this.#time;
  }
  get volume(): number {
    return this.#volume;
  }
  set volume(volume: number) {
    this.#volume = volume;
    this.tell('volumechange');
  }
  get muted(): boolean {
    return this.#muted;
  }
  set muted(muted: boolean) {
    this.#muted = muted;
    this.tell('volumechange');
  }
  get playbackRate(): number {
    return this.#rate;
  }
  set playbackRate(rate: number) {
    this.#rate = rate;
    this.tell('ratechange');
  }
  get duration(): number {
    return this.#stream?.duration ?? Number.NaN;
  }
  get paused(): boolean {
    return this.#paused;
  }
  get ended(): boolean {
    return this.#time >= this.duration;
  }
  get seeking(): boolean {
    return this.#seeking;
  }
  get readyState(): number {
    return this.#stream ? 4 : 0;
  }
  get buffered(): TimeRanges {
    return this.seekable;
  }
  get seekable(): TimeRanges {
    if (!this.#stream) return timeRange(0, 0);
    return timeRange(0, this.duration === Infinity ? this.#time + 10 : this.duration);
  }
  get streamType(): StreamType {
    return this.#stream ? (this.duration === Infinity ? 'live' : 'on-demand') : 'unknown';
  }
  get liveEdgeStart(): number {
    return this.streamType === 'live' ? endOf(this.seekable) - 10 : Number.NaN;
  }
  get targetLiveWindow(): number {
    return this.streamType === 'live' ? 0 : Number.NaN;
  }
  get latency(): number | undefined {
    const at = this.streamType === 'live' ? this.programTime(this.#time) : undefined;
    return at === undefined ? undefined : (Date.now() - at) / 1000;
  }
  programTime(mediaTime: number): number | undefined {
    return this.#clock().programTime(mediaTime);
  }
  mediaTimeAt(programTime: number): number | undefined {
    return this.#clock().mediaTimeAt(programTime);
  }

  get renditions(): readonly Rendition[] {
    return this.#stream?.renditions ?? [];
  }
  get activeRendition(): Rendition | undefined {
    return this.renditions.find(({ id }) => id === this.selectedRendition) ?? this.renditions[0];
  }
  selectRendition(id: string): void {
    this.selectedRendition = this.renditions.some((rendition) => rendition.id === id) ? id : AUTO;
    this.tell('renditionschange');
  }

  destroy(): Promise<void> {
    this.#end.abort();
    clearInterval(this.#timer);
    this.#paused = true;
    return Promise.resolve();
  }

  /** As it stands in the stream now: a test may learn more of it. */
  #clock(): ProgramClock {
    const clock = new ProgramClock();
    clock.learn(this.#stream?.clock ?? []);
    return clock;
  }

  #advance(): void {
    this.#time = Math.min(this.duration, this.#time + (PICTURE / 1000) * this.#rate);
    this.tell('picture');
    this.tell('timeupdate');
    if (!this.ended) return;
    this.pause();
    this.tell('ended');
  }
}
