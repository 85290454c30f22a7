import { ServiceError } from '../../errors.ts';
import type { ObjectStore } from '../../stores/object-store.ts';
import { bounded } from '../bounded.ts';
import { CueCollector } from '../media/cue-collector.ts';
import type { CollectedCues } from '../media/cue-collector.ts';
import { CueTexts } from '../media/cue-texts.ts';
import { scanSegment } from '../media/scan-segment.ts';
import type { SegmentFacts } from '../media/scan-segment.ts';
import type { MetadataText } from '../media/segment-id3.ts';
import type { PublicationLog } from '../publication.ts';
import type { SourceRendition } from '../steps/read-playlists.ts';
import { ScanList } from './scan-list.ts';

/** Files read at once: they hide the store's delays, and each holds a chunk. */
const READ_AT_ONCE = 16;

export interface ReadingPorts {
  /** The recording's bucket. */
  readonly store: ObjectStore;
  readonly signal: AbortSignal;
  readonly log: PublicationLog;
  /** Called for each file, or part of one, with the bytes that were read. */
  readonly read: (bytes: number) => void;
}

export interface ReadRendition {
  readonly source: SourceRendition;
  readonly scans: ScanList;
  readonly found: CollectedCues;
}

/**
 * Reads every file of some renditions.
 * @throws ServiceError MEDIA_UNSUPPORTED, SEGMENT_MISSING
 */
export async function readRenditions(
  sources: readonly SourceRendition[],
  cueKey: string | undefined,
  ports: ReadingPorts,
): Promise<readonly ReadRendition[]> {
  const texts = new CueTexts();
  const renditions = sources.map((source) => ({
    source,
    scans: new ScanList(source.segments.length),
    collector: new CueCollector(cueKey, texts),
  }));
  const most = Math.max(...renditions.map(({ scans }) => scans.length));
  // Side by side, since all carry the same cues.
  const files = function* (): Generator<readonly [(typeof renditions)[number], number]> {
    for (let index = 0; index < most; index += 1)
      for (const rendition of renditions) if (index < rendition.scans.length) yield [rendition, index];
  };
  await bounded(files(), READ_AT_ONCE, ports.signal, async ([one, index], _at, signal) => {
    const key = one.source.segments.at(index)?.key ?? '';
    const onText = (text: MetadataText): void => {
      one.collector.take(index, text);
    };
    one.scans.set(index, await readFile(key, { ...ports, signal }, onText));
  });
  return renditions.map(({ source, scans, collector }) => ({ source, scans, found: collector.collected() }));
}

/** @throws ServiceError MEDIA_UNSUPPORTED, SEGMENT_MISSING */
export async function readFile(
  key: string,
  { store, signal, log, read }: ReadingPorts,
  onText: (text: MetadataText) => void,
): Promise<SegmentFacts> {
  const object = await store.read(key, { signal });
  if (!object) throw new ServiceError('SEGMENT_MISSING', `the media file ${key} is missing`);
  const scan = await scanSegment(object.body, onText);
  if (!scan) throw new ServiceError('MEDIA_UNSUPPORTED', `${key} holds no H.264 or H.265 in MPEG-TS`);
  if (scan.damagedTags > 0) log.warn({ key, tags: scan.damagedTags }, 'damaged ID3 tags were left out');
  read(scan.bytes);
  return scan;
}
