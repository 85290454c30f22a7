import videojs from 'video.js/core.es.js';
import type { MediaEngine, MediaEngineEventMap } from '../media/media-engine.ts';

const Tech = videojs.getTech('Tech');

/** Events that both sides call by the same name. Errors are not among them: the widget has screens of its own. */
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

interface TechOptions {
  readonly engine: MediaEngine;
  readonly video: HTMLVideoElement;
}

/**
 * The one class through which video.js asks the port. Its own element is an empty box that takes the clicks:
 * the `<video>` stays where it is and belongs to the engine.
 */
export class EngineTech extends Tech {
  /** Takes whatever it is given: what plays is decided long before there are controls. */
  static isSupported(): boolean {
    return true;
  }
  static canPlaySource(): 'maybe' {
    return 'maybe';
  }

  readonly #engine: MediaEngine;
  readonly #video: HTMLVideoElement;
  readonly #life = new AbortController();

  constructor(options: TechOptions, ready?: () => void) {
    super(options, ready);
    this.#engine = options.engine;
    this.#video = options.video;
    const { signal } = this.#life;
    for (const type of PASSED_ON) this.#engine.addEventListener(type, () => this.trigger(type), { signal });
    // video.js reads the live window when the duration changes.
    for (const type of ['streamtypechange', 'targetlivewindowchange'] as const) {
      this.#engine.addEventListener(type, () => this.trigger('durationchange'), { signal });
    }
    for (const type of ['enterpictureinpicture', 'leavepictureinpicture', 'resize']) {
      this.#video.addEventListener(type, () => this.trigger(type), { signal });
    }
    this.triggerReady();
  }

  override createEl(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'vjs-tech';
    return element;
  }

  override dispose(): void {
    this.#life.abort();
    super.dispose();
  }

  play(): Promise<void> {
    return this.#engine.play();
  }
  pause(): void {
    this.#engine.pause();
  }
  paused(): boolean {
    return this.#engine.paused;
  }
  ended(): boolean {
    return this.#engine.ended;
  }
  seeking(): boolean {
    return this.#engine.seeking;
  }
  readyState(): number {
    return this.#engine.readyState;
  }
  currentTime(): number {
    return this.#engine.currentTime;
  }
  setCurrentTime(seconds: number): void {
    this.#engine.currentTime = seconds;
  }
  /** Live has no end, whatever number an engine may have for it. */
  duration(): number {
    return this.#engine.streamType === 'live' ? Number.POSITIVE_INFINITY : this.#engine.duration;
  }
  buffered(): TimeRanges {
    return this.#engine.buffered;
  }
  /** Our own window: engines have numbers of their own for the end of a live stream (IVS says 2^30). */
  seekable(): TimeRanges {
    const { seekable, streamType, targetLiveWindow, liveEdgeStart } = this.#engine;
    if (streamType !== 'live') return seekable;
    if (!(targetLiveWindow > 0) || seekable.length === 0) return videojs.time.createTimeRanges([]);
    const start = seekable.start(0);
    const end = Number.isFinite(liveEdgeStart) ? liveEdgeStart : seekable.end(seekable.length - 1);
    return videojs.time.createTimeRanges(end > start ? [[start, end]] : []);
  }
  volume(): number {
    return this.#engine.volume;
  }
  setVolume(volume: number): void {
    this.#engine.volume = volume;
  }
  muted(): boolean {
    return this.#engine.muted;
  }
  setMuted(muted: boolean): void {
    this.#engine.muted = muted;
  }
  playbackRate(): number {
    return this.#engine.playbackRate;
  }
  setPlaybackRate(rate: number): void {
    this.#engine.playbackRate = rate;
  }
  videoWidth(): number {
    return this.#video.videoWidth;
  }
  videoHeight(): number {
    return this.#video.videoHeight;
  }
  requestPictureInPicture(): Promise<PictureInPictureWindow> {
    return this.#video.requestPictureInPicture();
  }
  disablePictureInPicture(): boolean {
    return false;
  }
  /** video.js must hold something to call play possible. */
  currentSrc(): string {
    return this.#video.currentSrc || 'vitrine';
  }
  src(): string {
    return this.currentSrc();
  }
  /** What video.js asks a `<video>`, and the widget answers elsewhere. */
  setSource(): void {}
  load(): void {}
  controls(): boolean {
    return false;
  }
  supportsFullScreen(): boolean {
    return false;
  }
  loop(): boolean {
    return this.#video.loop;
  }
}

// The flags say what the port reports by itself, so that video.js starts no timers to find out.
Object.assign(EngineTech.prototype, {
  featuresVolumeControl: true,
  featuresMuteControl: true,
  featuresPlaybackRate: true,
  featuresProgressEvents: true,
  featuresTimeupdateEvents: true,
  featuresNativeTextTracks: true,
});
