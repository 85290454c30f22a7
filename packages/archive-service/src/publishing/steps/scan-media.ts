import { ServiceError } from '../../errors.ts';
import type { OpenRecording } from '../../recordings/open-recording.ts';
import { bounded } from '../bounded.ts';
import { ProgressCount } from '../count-progress.ts';
import type { CollectedCues } from '../media/cue-collector.ts';
import type { SegmentScan } from '../media/scan-segment.ts';
import type { PublicationPorts } from '../publication.ts';
import { DerivedScans } from '../scanning/derived-scans.ts';
import { readRenditions } from '../scanning/read-rendition.ts';
import type { ReadRendition } from '../scanning/read-rendition.ts';
import { runsOf } from '../scanning/runs-of.ts';
import { runAlike } from '../scanning/same-course.ts';
import type { KnownRendition } from '../scanning/same-course.ts';
import { sampleRendition } from '../scanning/sample-rendition.ts';
import { withPicture } from '../scanning/with-picture.ts';
import type { Sequence } from '../sequence.ts';
import type { SourceRendition } from './read-playlists.ts';
import type { SegmentSizes } from './verify-media.ts';

export interface ScannedRendition {
  readonly source: SourceRendition;
  /** One for each segment of the source. */
  readonly scans: Sequence<SegmentScan>;
  /** `undefined` where the rendition's files were not read for their metadata. */
  readonly found: CollectedCues | undefined;
}

/** So many of the smallest renditions are read whatever the others prove: the cues of one are checked against those of another. */
const ALWAYS_READ = 2;
/** Renditions: a short recording has few samples of each. */
const SAMPLED_AT_ONCE = 2;

/**
 * Learns of every media file what the playlists and the timeline need of it, and keeps only that. The two smallest renditions with a picture are read in full; the
 * others too, unless samples prove that they follow the same course (see docs/decisions/0014).
 *
 * @returns the renditions that have a picture, the best one first whatever the order in the recording
 * @throws ServiceError MEDIA_UNSUPPORTED, SEGMENT_MISSING
 */
export async function scanMedia(
  { store }: Pick<OpenRecording, 'store'>,
  renditions: readonly SourceRendition[],
  sizes: SegmentSizes,
  cueKey: string | undefined,
  { progress, signal, log }: Pick<PublicationPorts, 'progress' | 'signal' | 'log'>,
): Promise<readonly ScannedRendition[]> {
  for (const { path, height } of renditions)
    if (height === undefined) log.info({ rendition: path }, 'rendition without a picture is left out');
  const sources = withPicture(renditions);
  if (sources.length === 0) {
    throw new ServiceError('MEDIA_UNSUPPORTED', 'no rendition of the recording has a picture');
  }
  const count = new ProgressCount('scan-media', progress);
  const ports = { store, signal, log };
  const readAll = (all: readonly SourceRendition[]): Promise<readonly ReadRendition[]> => {
    count.expect(all.reduce((sum, { segments }) => sum + segments.length, 0));
    const read = (bytes: number): void => {
      count.done(bytes);
    };
    return readRenditions(all, cueKey, { ...ports, read });
  };

  const smallest = await readAll(sources.slice(-ALWAYS_READ));
  const reference = referenceOf(smallest);
  const others = sources.slice(0, -ALWAYS_READ);
  const courses = await bounded(others, SAMPLED_AT_ONCE, signal, async (source, _, either) => {
    const course = reference && {
      segments: source.segments,
      sizes: sizes.get(source) ?? new Float64Array(),
      runs: reference.runs,
    };
    const sampling = { ...ports, signal: either, read: (): undefined => undefined };
    return course && sampleRendition(reference, course, sampling);
  });
  const scanned: ScannedRendition[] = [];
  for (const [index, source] of others.entries()) {
    const proved = courses[index];
    if (proved && reference)
      scanned.push({ source, scans: new DerivedScans(reference, proved), found: undefined });
    else {
      log.info(
        { rendition: source.path },
        'rendition is read in full: it is not cut as the smallest ones are',
      );
      scanned.push(...(await readAll([source])));
    }
  }
  return [...scanned, ...smallest];
}

/** The rendition that all others can be measured by, where the two that were read agree. */
function referenceOf([one, other]: readonly ReadRendition[]):
  (KnownRendition & { readonly runs: Uint32Array }) | undefined {
  if (!one || !other) return undefined;
  const [a, b] = [one, other].map(({ source: { segments }, scans }) => ({ segments, scans }));
  const runs = a && runsOf(a);
  return a && b && runs && runAlike(a, b, runs) ? { ...a, runs } : undefined;
}
