import { randomId } from '../channels/ids.ts';
import type { RecordingFaults } from '../mishaps/recording-faults.ts';
import type { Clip } from '../stream/clip.ts';
import { multivariantPlaylist } from '../stream/live-playlist.ts';
import type { Segment } from '../stream/segment.ts';
import { LAYOUT, recordingPrefix, renditionFolder } from './bucket-layout.ts';
import { RenditionPlaylists } from './playlists.ts';
import { fileDuration, joinSegments } from './recorded-file.ts';
import { endedJson, failedJson, startedJson, type RecordingFacts } from './recording-json.ts';
import type { RecordingStore } from './recording-store.ts';
import { ThumbnailTaker } from './thumbnails.ts';

/** Seconds of a media file, unless a discontinuity or the end comes first. */
const FILE_SECONDS = 10;
const HLS_TYPE = 'application/x-mpegURL';

export interface RecorderOptions {
  readonly store: RecordingStore;
  readonly bucket: string;
  readonly accountId: string;
  readonly channelArn: string;
  readonly channelId: string;
  readonly clip: Clip;
  /** Epoch milliseconds; names the prefix. */
  readonly startedAt: number;
  readonly thumbnailIntervalSeconds: number | undefined;
  readonly faults: RecordingFaults;
  /** Whether somebody may want to see it before it is finished: its playlists are then written anew with each file. */
  readonly growing: boolean;
}

export interface RecordingResult {
  readonly durationMs: number;
  /** Why the recording failed; undefined when it is whole. */
  readonly failure: string | undefined;
}

/** Writes the segments that it is given in the layout of IVS's recordings, in order, while more come. */
export class Recorder {
  readonly bucket: string;
  readonly prefix: string;
  /** Unlike the prefix's last part, as with IVS. */
  readonly sessionId = randomId(16);
  readonly #options: RecorderOptions;
  readonly #facts: RecordingFacts;
  readonly #thumbnails: ThumbnailTaker | undefined;
  readonly #playlists: ReadonlyMap<string, RenditionPlaylists>;
  #open: Segment[] = [];
  #fileNumber = 0;
  /** Seconds. */
  #duration = 0;
  #writes: Promise<void>;
  #failed: unknown;

  constructor(options: RecorderOptions) {
    const { accountId, channelId, channelArn, clip, startedAt, thumbnailIntervalSeconds } = options;
    this.#options = options;
    this.bucket = options.bucket;
    this.prefix = recordingPrefix(accountId, channelId, startedAt, randomId(12));
    const thumbnails = thumbnailIntervalSeconds !== undefined && (clip.thumbnails?.paths.length ?? 0) > 0;
    this.#facts = { channelArn, clip, startedAt, thumbnails };
    this.#thumbnails = thumbnails ? new ThumbnailTaker(clip, thumbnailIntervalSeconds) : undefined;
    this.#playlists = new Map(clip.renditions.map(({ name }) => [name, new RenditionPlaylists()]));
    this.#writes = Promise.resolve();
    this.#queue(() => this.#writeStart());
  }

  add(segment: Segment): void {
    if (segment.discontinuity) this.#closeFile();
    // IVS leaves a number out where the encoder had stopped.
    if (segment.restarted && this.#fileNumber > 0) this.#fileNumber += 1;
    this.#open.push(segment);
    this.#queue(() => this.#writeThumbnails(segment));
    if (seconds(this.#open) >= FILE_SECONDS - 0.001) this.#closeFile();
  }

  /** Resolves when all that was added so far is in the store, or the recording has failed. */
  settled(): Promise<void> {
    return this.#writes;
  }

  async finish(endedAt: number): Promise<RecordingResult> {
    this.#closeFile();
    this.#queue(() => this.#writePlaylists(this.#options.faults.noEndlist !== true));
    this.#queue(() =>
      this.#put(LAYOUT.ended, endedJson(this.#facts, endedAt, this.#durationMs()), 'application/json'),
    );
    await this.#writes;
    const durationMs = this.#durationMs();
    if (this.#failed === undefined) return { durationMs, failure: undefined };
    const failure = 'InternalServerException';
    const failed = failedJson(this.#facts, endedAt, durationMs, failure);
    // The store may be gone for good: the notification then is all that tells.
    await this.#put(LAYOUT.failed, failed, 'application/json').catch(() => undefined);
    return { durationMs, failure };
  }

  /** What made the recording fail, for the log. */
  get error(): unknown {
    return this.#failed;
  }

  #closeFile(): void {
    const segments = this.#open;
    if (segments.length === 0) return;
    const number = this.#fileNumber;
    this.#open = [];
    this.#fileNumber += 1;
    this.#queue(async () => {
      let duration = 0;
      for (const { name, height } of this.#facts.clip.renditions) {
        const { file, bytes } = joinSegments(number, name, segments);
        const missing = this.#options.faults.missingSegment;
        const lost = missing?.file === number && missing.rendition === name;
        if (!lost) await this.#put(`${this.#folder(height)}/${file.name}`, bytes, 'video/mp2t');
        this.#playlists.get(name)?.add(file);
        duration = fileDuration(file);
      }
      this.#duration += duration;
      if (this.#options.growing) await this.#writePlaylists(false);
    });
  }

  async #writeStart(): Promise<void> {
    const { clip } = this.#facts;
    const master = (playlist: string) =>
      multivariantPlaylist(
        clip.renditions,
        clip.fps,
        ({ height }) => `${renditionFolder(height, clip.fps)}/${playlist}`,
      );
    await this.#put(LAYOUT.started, startedJson(this.#facts), 'application/json');
    await this.#put(`${LAYOUT.hls}/${LAYOUT.master}`, master(LAYOUT.playlist), HLS_TYPE);
    await this.#put(`${LAYOUT.hls}/${LAYOUT.byteRangeMaster}`, master(LAYOUT.byteRangePlaylist), HLS_TYPE);
  }

  async #writePlaylists(ended: boolean): Promise<void> {
    for (const { name, height } of this.#facts.clip.renditions) {
      const playlists = this.#playlists.get(name);
      if (playlists === undefined) continue;
      const folder = this.#folder(height);
      await this.#put(`${folder}/${LAYOUT.playlist}`, playlists.files(ended), HLS_TYPE);
      await this.#put(`${folder}/${LAYOUT.byteRangePlaylist}`, playlists.byteRanges(ended), HLS_TYPE);
    }
  }

  async #writeThumbnails(segment: Segment): Promise<void> {
    for (const { number, jpeg } of (await this.#thumbnails?.take(segment)) ?? []) {
      await this.#put(`${LAYOUT.thumbnails}/thumb${number}.jpg`, jpeg, 'image/jpeg');
      await this.#put(LAYOUT.latestThumbnail, jpeg, 'image/jpeg');
    }
  }

  #durationMs(): number {
    return Math.round(this.#duration * 1000);
  }

  #folder(height: number): string {
    return `${LAYOUT.hls}/${renditionFolder(height, this.#facts.clip.fps)}`;
  }

  #put(path: string, body: Uint8Array | string, type: string): Promise<void> {
    return this.#options.store.put(this.bucket, `${this.prefix}/${path}`, body, type);
  }

  /** Writes go one after the other; after a failure nothing more is written. */
  #queue(write: () => Promise<void>): void {
    this.#writes = this.#writes.then(async () => {
      if (this.#failed !== undefined) return;
      await write().catch((error: unknown) => {
        this.#failed = error;
      });
    });
  }
}

function seconds(segments: readonly Segment[]): number {
  return segments.reduce((sum, { duration }) => sum + duration, 0);
}
