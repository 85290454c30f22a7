import type { ClockEntry } from '@vitrine/product-cues';
import type { HandOver } from './hand-over.ts';
import type { PlaySource } from './media-source.ts';
import type { PlayerError } from './player-error.ts';
import type { Rendition } from './rendition.ts';
import type { TimedMetadata } from './timed-metadata.ts';

/** media-ui-extensions' `streamType`. */
export type StreamType = 'live' | 'on-demand' | 'unknown';

/** Events of the port: HTMLMediaElement's by their own names, then ours. */
export interface MediaEngineEventMap {
  timeupdate: Event;
  durationchange: Event;
  play: Event;
  pause: Event;
  playing: Event;
  waiting: Event;
  seeking: Event;
  seeked: Event;
  ended: Event;
  volumechange: Event;
  ratechange: Event;
  progress: Event;
  loadedmetadata: Event;
  renditionschange: Event;
  reconnectingchange: Event;
  streamtypechange: Event;
  targetlivewindowchange: Event;
  /** Another picture is about to be on screen: `pictureTime` has changed. */
  picture: Event;
  /** What the engine knows of `programTime` has changed. */
  clockchange: Event;
  timedmetadata: CustomEvent<TimedMetadata>;
  error: CustomEvent<PlayerError>;
}

/** What is there of a source before its engine has asked for anything; an engine that has no use for it does without. */
export interface LoadOptions {
  readonly handOver?: HandOver | undefined;
  /** Program times by media time, as they are known from elsewhere; never rejects. */
  readonly clock?: Promise<readonly ClockEntry[]> | undefined;
}

/** A typed `addEventListener`, so that nobody casts. */
export interface MediaEngineTarget {
  addEventListener<Type extends keyof MediaEngineEventMap>(
    type: Type,
    listener: (event: MediaEngineEventMap[Type]) => void,
    options?: AddEventListenerOptions,
  ): void;
}

/**
 * Drives a plain `<video>`. Everything above this port is the same for live and archive.
 * Members that HTMLMediaElement has mean what they mean there; seconds and epoch milliseconds throughout.
 */
export interface MediaEngine extends MediaEngineTarget {
  readonly name: 'ivs' | 'hls' | 'native';

  /** The widget owns the `<video>`; the engine drives it and lets go of it when the signal aborts. */
  attach(video: HTMLVideoElement, options: { signal: AbortSignal }): void;
  /**
   * Resolves when playing can begin (IVS knows no metadata before it plays); rejects with a PlayerError, which then is
   * not told by `error` as well.
   * A second call, or the engine's end, supersedes the first: it rejects with an AbortError.
   */
  load(source: PlaySource, options?: LoadOptions): Promise<void>;

  play(): Promise<void>;
  pause(): void;
  currentTime: number;
  /**
   * Media time of the picture on screen: what products are matched with. `currentTime` runs ahead of it or behind, and
   * during a seek already names the target. Falls back to `currentTime` where no picture is painted (a hidden tab).
   */
  readonly pictureTime: number;
  volume: number;
  muted: boolean;
  playbackRate: number;

  readonly duration: number;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  readonly readyState: number;
  readonly buffered: TimeRanges;
  readonly seekable: TimeRanges;
  readonly textTracks: TextTrackList;

  /** The network has failed, and the engine is trying to go on; what is buffered plays meanwhile. Libraries that try by themselves (IVS) do not tell. */
  readonly reconnecting: boolean;

  readonly streamType: StreamType;
  /** Media time where "at live" begins; `NaN` when not live or unknown. */
  readonly liveEdgeStart: number;
  /** Seconds that a live stream can be rewound (0: none, `Infinity`: to its start); `NaN` when not live. */
  readonly targetLiveWindow: number;

  /** Seconds from the studio to the screen, by the viewer's own clock; `undefined` where unknown or not live. */
  readonly latency: number | undefined;

  /** Epoch ms of the picture at this media time; `undefined` where unknown. */
  programTime(mediaTime: number): number | undefined;
  /** The media time at which the picture of this program time lies; `undefined` where unknown. */
  mediaTimeAt(programTime: number): number | undefined;

  /** Idempotent. No event comes after it, and the `<video>` is left without a source, ready for the next engine. */
  destroy(): Promise<void>;
}

/** Optional capability: more than one encoded version to choose from. */
export interface RenditionCapable {
  readonly renditions: readonly Rendition[];
  readonly activeRendition: Rendition | undefined;
  /** What the viewer chose: an id, or `AUTO`. */
  readonly selectedRendition: string;
  selectRendition(id: string): void;
}

export function isRenditionCapable(engine: MediaEngine): engine is MediaEngine & RenditionCapable {
  return 'selectRendition' in engine;
}
