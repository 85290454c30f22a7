import type Hls from 'hls.js';
import type { LevelDetails } from 'hls.js';
import { endOf } from '../../media/live-window.ts';
import type { RenditionCapable, StreamType } from '../../media/media-engine.ts';
import type { PlaySource } from '../../media/media-source.ts';
import { AUTO, type Rendition } from '../../media/rendition.ts';
import { readId3 } from '../id3-frames.ts';
import { ProgramClock } from '../program-clock.ts';
import { VideoEngine } from '../video-engine.ts';
import { readClock } from './hls-clock.ts';
import { toPlayerError } from './hls-errors.ts';
import { createRecovery } from './hls-recovery.ts';
import { activeRenditionOf, renditionsOf, selectedRenditionOf, selectRendition } from './hls-renditions.ts';
import { hlsWorkerUrl } from './hls-worker.ts';

/** Target durations between the live edge and the playlist's end, as HLS itself recommends (RFC 8216, 6.3.3). */
const EDGE_SEGMENTS = 3;

/** Plays HLS through hls.js, in whichever of its builds the loader chose. */
export class HlsEngine extends VideoEngine implements RenditionCapable {
  readonly name = 'hls';
  readonly #Hls: typeof Hls;
  readonly #base: URL;
  readonly #clock = new ProgramClock();
  #hls: Hls | undefined;
  #details: LevelDetails | undefined;

  constructor(Hls: typeof import('hls.js').default, base: URL) {
    super();
    this.#Hls = Hls;
    this.#base = base;
  }

  protected override open(source: PlaySource, signal: AbortSignal): void {
    this.close();
    const { Events } = this.#Hls;
    const hls = new this.#Hls({
      workerPath: hlsWorkerUrl(this.#base, { signal }),
      capLevelToPlayerSize: true,
      // Its text track lost cues of the first segment when tried, and says less than the event below.
      enableID3MetadataCues: false,
      enableEmsgMetadataCues: false,
      enableDateRangeMetadataCues: false,
    });
    this.#hls = hls;
    const recovery = createRecovery(hls, { signal });

    hls.on(Events.ERROR, (_, error) => {
      if (error.fatal && !recovery.attempt(error)) this.fail(toPlayerError(error, source));
    });
    // hls.js says so of a segment in which it has found nothing, too.
    hls.on(Events.FRAG_BUFFERED, (_, { frag }) => frag.hasStreams && recovery.succeeded());
    // Ahead of playback, and again for a segment that is loaded again.
    hls.on(Events.FRAG_PARSING_METADATA, (_, { samples }) => {
      for (const { data, pts } of samples) for (const item of readId3(data, pts)) this.tellMetadata(item);
    });
    hls.on(Events.LEVEL_UPDATED, (_, { details }) => this.#follow(details));
    hls.on(Events.LEVEL_PTS_UPDATED, (_, { details }) => this.#follow(details));
    for (const event of [Events.MANIFEST_PARSED, Events.LEVELS_UPDATED, Events.LEVEL_SWITCHED] as const) {
      hls.on(event, () => this.tell('renditionschange'));
    }
    hls.loadSource(source.url);
    hls.attachMedia(this.video);
  }

  protected override close(): void {
    this.#hls?.destroy();
    this.#hls = undefined;
    this.#details = undefined;
    this.#clock.forget();
  }

  get streamType(): StreamType {
    if (!this.#details) return 'unknown';
    return this.#details.live ? 'live' : 'on-demand';
  }
  get liveEdgeStart(): number {
    const details = this.#details;
    return details?.live ? endOf(this.seekable) - EDGE_SEGMENTS * details.targetduration : Number.NaN;
  }
  get targetLiveWindow(): number {
    if (!this.#details?.live) return Number.NaN;
    if (this.#details.type === 'EVENT') return Infinity;
    const { fragments, targetduration } = this.#details;
    // By the number of segments, which stays, rather than by their lengths, which do not.
    return Math.max(0, fragments.length - EDGE_SEGMENTS) * targetduration;
  }

  programTime(mediaTime: number): number | undefined {
    return this.#clock.programTime(mediaTime);
  }
  mediaTimeAt(programTime: number): number | undefined {
    return this.#clock.mediaTimeAt(programTime);
  }

  get renditions(): readonly Rendition[] {
    return this.#hls ? renditionsOf(this.#hls) : [];
  }
  get activeRendition(): Rendition | undefined {
    return this.#hls && activeRenditionOf(this.#hls);
  }
  get selectedRendition(): string {
    return this.#hls ? selectedRenditionOf(this.#hls) : AUTO;
  }
  selectRendition(id: string): void {
    if (!this.#hls) return;
    selectRendition(this.#hls, id);
    this.tell('renditionschange');
  }

  #follow(details: LevelDetails): void {
    const [type, window] = [this.streamType, this.targetLiveWindow];
    this.#details = details;
    if (this.streamType !== type) this.tell('streamtypechange');
    if (!Object.is(this.targetLiveWindow, window)) this.tell('targetlivewindowchange');
    if (this.#clock.learn(readClock(details))) this.tell('clockchange');
  }
}
