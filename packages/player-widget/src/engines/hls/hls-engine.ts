import type { ClockEntry } from '@vitrine/product-cues';
import type Hls from 'hls.js';
import type { LevelDetails } from 'hls.js';
import { loadChunk } from '../../internal/load-chunk.ts';
import type { HandOver } from '../../media/hand-over.ts';
import { endOf } from '../../media/live-window.ts';
import type { LoadOptions, RenditionCapable, StreamType } from '../../media/media-engine.ts';
import type { PlaySource } from '../../media/media-source.ts';
import { PlayerError } from '../../media/player-error.ts';
import { AUTO, type Rendition } from '../../media/rendition.ts';
import { readId3 } from '../id3-frames.ts';
import { ProgramClock } from '../program-clock.ts';
import { VideoEngine } from '../video-engine.ts';
import { EarlyFiles, type EarlyAnswer } from './early-files.ts';
import { earlyLoader } from './early-loader.ts';
import { readClock } from './hls-clock.ts';
import { toPlayerError } from './hls-errors.ts';
import { attachAnew, attachOpen } from './hls-hand-over.ts';
import { HLS_POLICIES } from './hls-policies.ts';
import { HlsRecovery } from './hls-recovery.ts';
import { activeRenditionOf, renditionsOf, selectedRenditionOf, selectRendition } from './hls-renditions.ts';
import { allowTrackFiles } from './hls-track-files.ts';
import { fetchWorkerEarly, hlsWorkerUrl } from './hls-worker.ts';

/** Target durations between the live edge and the playlist's end, as HLS itself recommends (RFC 8216, 6.3.3). */
const EDGE_SEGMENTS = 3;

const UNNAMED_CAPTIONS = Object.fromEntries(
  [1, 2, 3, 4].flatMap((track) =>
    ['Label', 'LanguageCode'].map((what) => [`captionsTextTrack${track}${what}`, '']),
  ),
);

/** Bits a second, as long as nothing was measured: a picture soon, and a better one with the next segment. hls.js would take the first rendition of the playlist, which is the best. */
const MODEST = 1_000_000;

type HlsLibrary = Pick<typeof import('hls.js'), 'default'>;

/** Plays HLS through hls.js, in whichever of its builds the loader chose. */
export class HlsEngine extends VideoEngine implements RenditionCapable {
  readonly name = 'hls';
  readonly #library: Promise<HlsLibrary>;
  readonly #base: URL;
  readonly #clock = new ProgramClock();
  #hls: Hls | undefined;
  #details: LevelDetails | undefined;
  #isHandedOver = false;
  #early: EarlyAnswer | false | undefined;

  /**
   * @param library - may come later than its engine: until then a starter plays, or nothing
   * @param early - the multivariant playlist, where it was asked for already
   */
  constructor(library: Promise<HlsLibrary>, base: URL, early?: EarlyAnswer | false) {
    super();
    this.#library = library;
    this.#base = base;
    this.#early = early;
  }

  protected override open(source: PlaySource, signal: AbortSignal, { handOver, clock }: LoadOptions): void {
    this.close();
    void clock?.then((entries) => !signal.aborted && this.#learn(entries));
    this.#isHandedOver = !!handOver;
    if (handOver) this.#tellOfBeginning();
    this.#openLibrary(source, signal, handOver).catch((cause: unknown) => {
      if (!signal.aborted) this.fail(new PlayerError('ENGINE_NOT_LOADED', undefined, { cause }));
    });
  }

  /** Some of it may have been said before there was an engine to hear it. */
  #tellOfBeginning(): void {
    this.tell('streamtypechange');
    if (this.readyState === HTMLMediaElement.HAVE_NOTHING) return;
    this.tell('loadedmetadata');
    this.ready();
  }

  async #openLibrary(source: PlaySource, signal: AbortSignal, handOver?: HandOver): Promise<void> {
    const early = this.#early && new EarlyFiles(source.url, this.#early, MODEST, { signal });
    this.#early = undefined;
    // In the browser's cache when hls.js is here.
    if (early) fetchWorkerEarly(this.#base, { signal });
    const url = handOver && source.type === 'archive' && source.captions && source.starter?.video.url;
    // Of few events; without it they begin with what hls.js loads itself.
    const reader = url
      ? loadChunk(() => import('./hls-starter-captions.ts')).catch(() => undefined)
      : undefined;
    const { default: Hls } = await this.#library;
    signal.throwIfAborted();
    const open = await handOver?.take();
    signal.throwIfAborted();
    const addCaptions =
      open && url ? await (await reader)?.readStarterCaptions(Hls, url, { signal }) : undefined;
    signal.throwIfAborted();
    const { Events } = Hls;
    const hls = new Hls({
      workerPath: hlsWorkerUrl(this.#base, { signal }),
      capLevelToPlayerSize: true,
      abrEwmaDefaultEstimate: open?.bandwidth ?? MODEST,
      // Its text track lost cues of the first segment when tried, and says less than the event below.
      enableID3MetadataCues: false,
      enableEmsgMetadataCues: false,
      enableDateRangeMetadataCues: false,
      ...HLS_POLICIES,
      // It would call English what a playlist does not name.
      ...UNNAMED_CAPTIONS,
      ...(early && { loader: earlyLoader(Hls.DefaultConfig.loader, early) }),
    });
    this.#hls = hls;
    if (early)
      hls.once(Events.MANIFEST_PARSED, (_, { levels }) => {
        const chosen = levels.findIndex(({ uri }) => uri === early.playlist);
        if (chosen >= 0) hls.startLevel = chosen;
        else early.forget();
      });
    allowTrackFiles(this.video, { signal });
    const recovery = new HlsRecovery(hls, this.video, this.recovery, { signal });

    hls.on(Events.ERROR, (_, error) => {
      // Without its worker hls.js goes on in the page, whose own watch for errors would be told of it.
      if (error.event === 'demuxerWorker') window.event?.preventDefault();
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
    addCaptions?.(hls);
    if (open) attachOpen(hls, this.video, open);
    else attachAnew(hls, this.video);
  }

  protected override close(): void {
    this.#hls?.destroy();
    this.#hls = undefined;
    this.#details = undefined;
    this.#clock.forget();
  }

  get streamType(): StreamType {
    if (!this.#details) return this.#isHandedOver ? 'on-demand' : 'unknown';
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
    this.#learn(readClock(details));
  }

  #learn(entries: readonly ClockEntry[]): void {
    if (this.#clock.learn(entries)) this.tell('clockchange');
  }
}
