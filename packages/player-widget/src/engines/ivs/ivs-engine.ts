import type { MediaPlayer } from 'amazon-ivs-player';
import { endOf, laterRanges, timeRange } from '../../media/live-window.ts';
import type { RenditionCapable, StreamType } from '../../media/media-engine.ts';
import type { PlaySource } from '../../media/media-source.ts';
import { AUTO, type Rendition } from '../../media/rendition.ts';
import { ProgramClock } from '../program-clock.ts';
import { VideoEngine } from '../video-engine.ts';
import type { IvsAssets } from './ivs-assets.ts';
import { readIvsClock } from './ivs-clock.ts';
import { lookForCues } from './ivs-cue-lead.ts';
import { toPlayerError } from './ivs-errors.ts';
import { readIvsCue } from './ivs-metadata.ts';
import { playThrough } from './ivs-play.ts';
import { removePlayer } from './ivs-removal.ts';
import { activeRenditionOf, renditionsOf, selectedRenditionOf, selectRendition } from './ivs-renditions.ts';

/** The SDK's word for a duration without an end, in seconds. */
const ENDLESS = 2 ** 30;
/** Seconds behind the newest picture within which one is "at live": three segments, and what the SDK buffers. */
const EDGE = 8;
/** Seconds behind the picture that the SDK keeps: as far as one can go back. */
const KEPT = 30;
/** Seconds before the end of the buffer beyond which the SDK, sent there, waits for ever. */
const RESERVE = 0.5;

/** Plays live streams through the Amazon IVS player, on our own `<video>`. */
export class IvsEngine extends VideoEngine implements RenditionCapable {
  readonly name = 'ivs';
  readonly #sdk: typeof import('./ivs-sdk.ts');
  readonly #assets: IvsAssets;
  readonly #clock = new ProgramClock();
  #player: MediaPlayer | undefined;
  #opened = this.signal;
  #isReady = false;
  #hasEnded = false;
  /** Media time of the SDK's own 0: a pause empties it, and it begins again there, live; our timeline goes on. */
  #base = 0;
  /** The latest media time so far. */
  #reached = 0;
  /** Media time of the picture at which it was paused, which stays on screen until there is another. */
  #resting: number | undefined;

  constructor(sdk: typeof import('./ivs-sdk.ts'), assets: IvsAssets) {
    super();
    this.#sdk = sdk;
    this.#assets = assets;
    this.addEventListener(
      'picture',
      () => {
        if (this.paused) return;
        this.#resting = undefined;
        this.#reached = Math.max(this.#reached, this.currentTime);
        if (!this.seeking) lookForCues(this.video);
      },
      { signal: this.signal },
    );
  }

  protected override open(source: PlaySource, signal: AbortSignal): void {
    this.close();
    const { create, PlayerEventType, PlayerState } = this.#sdk;
    const { muted, volume } = this.video;
    const player = create({ wasmWorker: this.#assets.worker.href, wasmBinary: this.#assets.wasm.href });
    this.#player = player;
    this.#opened = signal;
    player.attachHTMLVideoElement(this.video);
    player.setMuted(muted);
    player.setVolume(volume);

    // The SDK's worker may have a message on its way when the source is closed.
    const whileOpen =
      <Payload>(take: (payload: Payload) => void) =>
      (payload: Payload): void => {
        if (!signal.aborted) take(payload);
      };
    player.addEventListener(
      PlayerEventType.ERROR,
      whileOpen((error) => this.fail(toPlayerError(error, source))),
    );
    player.addEventListener(
      PlayerEventType.TEXT_METADATA_CUE,
      whileOpen((cue) => {
        const told = readIvsCue(cue);
        const item = { ...told, time: told.time + this.#base };
        const entry = readIvsClock(item);
        if (entry && this.#clock.learn([entry])) {
          this.#clock.forgetBefore(this.#reached - 2 * KEPT);
          this.tell('clockchange');
        }
        this.tellMetadata(item);
      }),
    );
    player.addEventListener(
      PlayerEventType.QUALITY_CHANGED,
      whileOpen(() => this.tell('renditionschange')),
    );
    player.addEventListener(
      PlayerState.READY,
      whileOpen(() => this.#ready()),
    );
    // Where a stream ends, the SDK only pauses the <video>.
    player.addEventListener(
      PlayerState.ENDED,
      whileOpen(() => {
        this.#hasEnded = true;
        this.tell('ended');
      }),
    );
    player.addEventListener(
      PlayerState.PLAYING,
      whileOpen(() => (this.#hasEnded = false)),
    );
    player.load(source.url);
  }

  protected override close(): void {
    if (this.#player) removePlayer(this.#player);
    this.#player = undefined;
    this.#isReady = false;
    this.#hasEnded = false;
    this.#base = 0;
    this.#reached = 0;
    this.#resting = undefined;
    this.#clock.forget();
  }

  // The SDK undoes what is done to its <video> behind its back.
  override play(): Promise<void> {
    const { PlayerEventType } = this.#sdk;
    if (!this.#player) return super.play();
    return playThrough({ player: this.#player, video: this.video, PlayerEventType, signal: this.#opened });
  }
  override pause(): void {
    if (!this.paused) this.#resting = this.pictureTime;
    this.#player?.pause();
  }
  override get paused(): boolean {
    return this.#player?.isPaused() ?? true;
  }
  override get ended(): boolean {
    return this.#hasEnded;
  }
  override get currentTime(): number {
    return this.#resting ?? this.#base + (this.#player?.getPosition() ?? 0);
  }
  override set currentTime(time: number) {
    const { seekable } = this;
    // Paused, it has let go of everything: there is nowhere to go.
    if (seekable.length === 0) return;
    this.#resting = undefined;
    const latest = Math.max(seekable.start(0), endOf(seekable) - RESERVE);
    this.#player?.seekTo(Math.max(seekable.start(0), Math.min(time, latest)) - this.#base);
  }
  override get pictureTime(): number {
    const painted = this.#resting === undefined ? this.paintedTime : undefined;
    return painted === undefined ? this.currentTime : this.#base + painted;
  }
  override get volume(): number {
    return this.video.volume;
  }
  override set volume(volume: number) {
    this.#player?.setVolume(volume);
  }
  override get muted(): boolean {
    return this.video.muted;
  }
  override set muted(muted: boolean) {
    this.#player?.setMuted(muted);
  }
  override get playbackRate(): number {
    return this.video.playbackRate;
  }
  override set playbackRate(rate: number) {
    this.#player?.setPlaybackRate(rate);
  }

  get streamType(): StreamType {
    return this.#isReady ? 'live' : 'unknown';
  }
  override get duration(): number {
    return this.video.duration >= ENDLESS ? Infinity : this.video.duration;
  }
  override get buffered(): TimeRanges {
    return laterRanges(this.video.buffered, this.#base);
  }
  override get seekable(): TimeRanges {
    const { buffered } = this;
    return buffered.length > 0 ? timeRange(buffered.start(0), endOf(buffered)) : timeRange(0, 0);
  }
  get liveEdgeStart(): number {
    return this.streamType === 'live' ? endOf(this.seekable) - EDGE : Number.NaN;
  }
  get targetLiveWindow(): number {
    return this.streamType === 'live' ? KEPT : Number.NaN;
  }

  programTime(mediaTime: number): number | undefined {
    return this.#clock.programTime(mediaTime);
  }
  mediaTimeAt(programTime: number): number | undefined {
    return this.#clock.mediaTimeAt(programTime);
  }

  get renditions(): readonly Rendition[] {
    return this.#player ? renditionsOf(this.#player) : [];
  }
  get activeRendition(): Rendition | undefined {
    return this.#player && activeRenditionOf(this.#player);
  }
  get selectedRendition(): string {
    return this.#player ? selectedRenditionOf(this.#player) : AUTO;
  }
  selectRendition(id: string): void {
    if (!this.#player) return;
    selectRendition(this.#player, id);
    this.tell('renditionschange');
  }

  /** The SDK has the playlists; it fetches media, and with it the metadata of the `<video>`, only once it plays. */
  #ready(): void {
    // After a pause: it has let go of all that it had.
    if (this.#reached > this.#base) this.#base = this.#reached;
    this.#isReady = true;
    this.tell('streamtypechange');
    this.tell('targetlivewindowchange');
    this.tell('renditionschange');
    this.ready();
  }
}
