import { ServiceError } from '../../errors.ts';
import type { OpenRecording } from '../../recordings/open-recording.ts';
import { bounded } from '../bounded.ts';
import { countProgress } from '../count-progress.ts';
import { CueCollector } from '../media/cue-collector.ts';
import type { CollectedCues } from '../media/cue-collector.ts';
import { scanSegment } from '../media/scan-segment.ts';
import type { SegmentScan } from '../media/scan-segment.ts';
import type { PublicationPorts } from '../publication.ts';
import type { Sequence } from '../sequence.ts';
import type { SourceRendition } from './read-playlists.ts';
import type { SegmentSizes } from './verify-media.ts';

/** Reading is work for the one processor that the service has; some files at once hide the store's delays. */
const AT_ONCE = 4;

export interface ScannedRendition {
  readonly source: SourceRendition;
  /** One for each segment of the source. */
  readonly scans: Sequence<SegmentScan>;
  /** `undefined` where the rendition's files were not read for their metadata. */
  readonly found: CollectedCues | undefined;
}

/**
 * Learns of every media file what the playlists and the timeline need of it, and keeps only that.
 * @returns the renditions that have a picture, the best one first whatever the order in the recording
 * @throws ServiceError MEDIA_UNSUPPORTED, SEGMENT_MISSING
 */
export async function scanMedia(
  { store }: Pick<OpenRecording, 'store'>,
  renditions: readonly SourceRendition[],
  _sizes: SegmentSizes,
  cueKey: string | undefined,
  { progress, signal, log }: Pick<PublicationPorts, 'progress' | 'signal' | 'log'>,
): Promise<readonly ScannedRendition[]> {
  const withPicture = [...renditions].sort(compareRenditions).filter((source) => {
    if (source.height === undefined)
      log.info({ rendition: source.path }, 'rendition without a picture is left out');
    return source.height !== undefined;
  });
  if (withPicture.length === 0) {
    throw new ServiceError('MEDIA_UNSUPPORTED', 'no rendition of the recording has a picture');
  }
  const total = withPicture.reduce((sum, { segments }) => sum + segments.length, 0);
  const scanned: ScannedRendition[] = [];
  const read = countProgress('scan-media', total, progress);
  for (const source of withPicture) {
    const collector = new CueCollector(cueKey);
    const scans = await bounded([...source.segments], AT_ONCE, signal, async ({ key }, index, either) => {
      const object = await store.read(key, { signal: either });
      if (!object) throw new ServiceError('SEGMENT_MISSING', `the media file ${key} is missing`);
      const scan = await scanSegment(object.body, (text) => {
        collector.take(index, text);
      });
      if (!scan) throw new ServiceError('MEDIA_UNSUPPORTED', `${key} holds no H.264 or H.265 in MPEG-TS`);
      if (scan.damagedTags > 0) log.warn({ key, tags: scan.damagedTags }, 'damaged ID3 tags were left out');
      read(scan.bytes);
      return scan;
    });
    scanned.push({ source, scans, found: collector.collected() });
  }
  return scanned;
}

function compareRenditions(a: SourceRendition, b: SourceRendition): number {
  const byHeight = (b.height ?? 0) - (a.height ?? 0);
  const byBandwidth = (b.variant?.bandwidth ?? 0) - (a.variant?.bandwidth ?? 0);
  return byHeight || byBandwidth || (a.path < b.path ? -1 : 1);
}
