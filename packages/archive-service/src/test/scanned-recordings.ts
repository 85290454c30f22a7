import type { ProductCue } from '@vitrine/product-cues';
import { layRecording } from '../publishing/assembly/recording-timeline.ts';
import type { RecordingTimeline } from '../publishing/assembly/recording-timeline.ts';
import { CueCollector } from '../publishing/media/cue-collector.ts';
import type { SegmentScan } from '../publishing/media/scan-segment.ts';
import type { PublicationLog } from '../publishing/publication.ts';
import type { SourceSegment } from '../publishing/steps/read-playlists.ts';
import type { ScannedRendition } from '../publishing/steps/scan-media.ts';

/** Of 30 pictures a second. */
export const PICTURE_TICKS = 3000;
const SECOND = 90_000;

/** A recording as reading leaves it, without any files. */
export interface MadeRecording {
  readonly id?: number;
  readonly runs: readonly MadeRun[];
  /** The best one first. */
  readonly heights?: readonly number[];
  /** Pictures from keyframe to keyframe, and in a file; numbers that fit into each other. */
  readonly gop?: number;
  readonly filePictures?: number;
  /** By how many ticks pictures are decoded before they are shown. */
  readonly reorder?: number;
  /** By how many ticks sound comes after the picture that it belongs to; may be less than 0. */
  readonly soundShift?: number;
  /** Renditions, by their index, that are served in whole files. */
  readonly wholeFiles?: readonly number[];
  /** What is different in a rendition, by its index. */
  readonly but?: readonly Pick<MadeRecording, 'gop' | 'filePictures'>[];
}

export interface MadeRun {
  readonly pictures: number;
  /** PTS of the first one. */
  readonly pts?: number;
  /** Epoch ms of the first one. */
  readonly programTime?: number;
  /** Cues, by the picture into which they are written. */
  readonly cues?: readonly { readonly picture: number; readonly cue: ProductCue }[];
}

export const SILENT: PublicationLog = { info: () => undefined, warn: () => undefined };

export function timelineOf(made: MadeRecording, log: PublicationLog = SILENT): RecordingTimeline {
  const id = made.id ?? 1;
  return layRecording({ id, bucket: 'shows', prefix: `rec-${String(id)}` }, scannedRecording(made), log);
}

export function scannedRecording(made: MadeRecording): readonly ScannedRendition[] {
  return (made.heights ?? [720]).map((height, index) =>
    scannedRendition({ ...made, ...made.but?.[index] }, height, index),
  );
}

function scannedRendition(made: MadeRecording, height: number, index: number): ScannedRendition {
  const name = `${String(height)}p`;
  const segments: SourceSegment[] = [];
  const scans: SegmentScan[] = [];
  const collector = new CueCollector(undefined);
  const { filePictures = 300 } = made;
  for (const [place, run] of made.runs.entries()) {
    const { pts = SECOND, programTime } = run;
    for (let first = 0; first < run.pictures; first += filePictures) {
      const file = segments.length;
      const last = Math.min(first + filePictures, run.pictures);
      const ofFile = (picture: number): boolean => picture >= first && picture < last;
      scans.push(scanOf(made, pts, first, last, height, made.wholeFiles?.includes(index) === true));
      segments.push({
        key: `rec-${String(made.id ?? 1)}/${name}/${String(file)}.ts`,
        discontinuity: first === 0 && place > 0,
        programTime: first === 0 ? programTime : undefined,
        ownRanges: [],
      });
      for (const { picture, cue } of run.cues?.filter((one) => ofFile(one.picture)) ?? []) {
        const text = JSON.stringify({ vitrine: 1, ...cue });
        collector.take(file, { pts: pts + picture * PICTURE_TICKS, owner: 'metadata.live-video.net', text });
      }
    }
  }
  return {
    source: {
      path: name,
      playlistKey: `${name}/playlist.m3u8`,
      width: (height * 16) / 9,
      height,
      variant: undefined,
      ended: true,
      segments,
    },
    scans,
    found: collector.collected(),
  };
}

function scanOf(
  { gop = 60, reorder = 0, soundShift = 0 }: MadeRecording,
  pts: number,
  first: number,
  last: number,
  bytesOfPicture: number,
  whole: boolean,
): SegmentScan {
  const cuts = [];
  for (let picture = first; picture < last; picture += gop) {
    const at = pts + picture * PICTURE_TICKS;
    cuts.push({
      offset: (picture - first) * bytesOfPicture,
      start: Math.min(at - reorder, at + soundShift),
      picture: at,
      end: Math.max(at, at + soundShift),
    });
  }
  const [begin] = cuts;
  const end = pts + last * PICTURE_TICKS;
  return {
    bytes: (last - first) * bytesOfPicture,
    start: begin?.start ?? 0,
    firstPicture: begin?.picture ?? 0,
    end: Math.max(end, end + soundShift),
    cuts: whole ? cuts.slice(0, 1) : cuts,
  };
}
