import type { ProductCue } from '@vitrine/product-cues';
import { ServiceError } from '../../errors.ts';
import { layOut } from '../media/media-time.ts';
import type { TimedSegment } from '../media/media-time.ts';
import { programClock } from '../media/program-clock.ts';
import type { PublicationLog, SourceRecording } from '../publication.ts';
import type { ScannedRendition } from '../steps/scan-media.ts';
import { cueSightings } from './cue-sightings.ts';
import { LandingPlaces } from './landing-places.ts';
import type { LaidRendition } from './laid-rendition.ts';
import { renditionName } from './rendition-name.ts';

/** One recording by itself, from its first picture at 0. Times are ticks. */
export interface RecordingTimeline {
  readonly source: SourceRecording;
  readonly runs: readonly RecordingRun[];
  readonly end: number;
  /** The best picture first; all have the same runs. */
  readonly renditions: readonly [LaidRendition, ...LaidRendition[]];
  /** Those whose ranges begin at the same pictures as the best one's: a recording that is cut has no others. */
  readonly inStep: ReadonlySet<LaidRendition>;
  readonly places: LandingPlaces;
  /** Each cue once, where it was first seen. */
  readonly cues: readonly { readonly cue: ProductCue; readonly time: number }[];
}

/** A stretch in which time stamps run on. */
export interface RecordingRun {
  readonly start: number;
  /** Epoch ms of its beginning, where it is known. */
  readonly programTime: number | undefined;
}

/**
 * Lays all renditions on the timeline of the best one. One that cannot be laid on it would jump whenever a player switched to it.
 * @throws ServiceError MEDIA_UNSUPPORTED
 */
export function layRecording(
  source: SourceRecording,
  scanned: readonly ScannedRendition[],
  log: PublicationLog,
): RecordingTimeline {
  const names = new Set<string>();
  const [first, ...others] = scanned.map((one) => ({ ...one, name: renditionName(one.source.path, names) }));
  const mediaTime = first && layOut(timedSegments(first));
  if (!mediaTime || mediaTime.segments.length === 0)
    throw new ServiceError('MEDIA_UNSUPPORTED', 'no rendition of the recording has a picture');
  const best = { ...first, mediaTime };
  const fitting = others.flatMap((other): LaidRendition[] => {
    const laid = layOut(timedSegments(other), mediaTime);
    if (laid) return [{ ...other, mediaTime: laid }];
    log.warn(
      { recording: source.id, rendition: other.name },
      'rendition with other discontinuities than the best one is left out',
    );
    return [];
  });
  const places = new LandingPlaces(best);
  const stepping = fitting.filter((other) => places.admit(other));
  const clock = programClock([best, ...fitting]);
  return {
    source,
    runs: mediaTime.runs.map(({ start }, index) => ({ start, programTime: clock[index] })),
    end: mediaTime.end,
    renditions: [best, ...fitting],
    inStep: new Set([best, ...stepping]),
    places,
    cues: cueSightings([best, ...fitting], log),
  };
}

function* timedSegments({ scans, source }: ScannedRendition): Generator<TimedSegment> {
  for (let index = 0; index < scans.length; index += 1) {
    const scan = scans.at(index);
    if (scan) yield { scan, discontinuity: source.segments.at(index)?.discontinuity === true };
  }
}
