import { ServiceError } from '../../errors.ts';
import { bounded } from '../bounded.ts';
import { countProgress } from '../count-progress.ts';
import { CueCollector } from '../media/cue-collector.ts';
import type { CollectedCues } from '../media/cue-collector.ts';
import { scanSegment } from '../media/scan-segment.ts';
import type { SegmentScan } from '../media/scan-segment.ts';
import type { PublicationPorts } from '../publication.ts';
import type { ArchivePlan, PlannedRendition } from './plan-archive.ts';

/** Reading is work for the one processor that the service has; some files at once hide the store's delays. */
const AT_ONCE = 4;

export interface ScannedRendition {
  readonly rendition: PlannedRendition;
  /** One for each segment. */
  readonly scans: readonly SegmentScan[];
  readonly found: CollectedCues;
}

/**
 * Reads every media file once, and keeps only what the playlists and the timeline need of it.
 * @throws ServiceError MEDIA_UNSUPPORTED, SEGMENT_MISSING
 */
export async function scanMedia(
  plan: ArchivePlan,
  cueKey: string | undefined,
  ports: PublicationPorts,
): Promise<readonly ScannedRendition[]> {
  const total = plan.renditions.reduce((sum, { segments }) => sum + segments.length, 0);
  const scanned: ScannedRendition[] = [];
  const read = countProgress('scan-media', total, ports.progress);
  for (const rendition of plan.renditions) {
    const collector = new CueCollector(cueKey);
    const scans = await bounded(rendition.segments, AT_ONCE, ports.signal, async ({ key }, index, signal) => {
      const object = await ports.recordings.read(key, { signal });
      if (!object) throw new ServiceError('SEGMENT_MISSING', `the media file ${key} is missing`);
      const scan = await scanSegment(object.body, (text) => {
        collector.take(index, text);
      });
      if (!scan) throw new ServiceError('MEDIA_UNSUPPORTED', `${key} holds no H.264 or H.265 in MPEG-TS`);
      if (scan.damagedTags > 0)
        ports.log.warn({ key, tags: scan.damagedTags }, 'damaged ID3 tags were left out');
      read(scan.bytes);
      return scan;
    });
    scanned.push({ rendition, scans, found: collector.collected() });
  }
  return scanned;
}
