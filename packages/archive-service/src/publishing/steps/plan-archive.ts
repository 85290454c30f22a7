import { ServiceError } from '../../errors.ts';
import { archiveLayout } from '../archive-layout.ts';
import type { ArchiveLayout } from '../archive-layout.ts';
import type { Publication, PublicationLog } from '../publication.ts';
import type { SourceRendition, SourceSegment } from './read-playlists.ts';
import type { SegmentSizes } from './verify-media.ts';

export interface PlannedSegment extends SourceSegment {
  readonly size: number;
  /** Where it is published. */
  readonly target: string;
}

export interface PlannedRendition {
  /** Its folder in the archive. */
  readonly name: string;
  readonly source: SourceRendition;
  readonly segments: readonly PlannedSegment[];
}

/** Which file goes where. */
export interface ArchivePlan {
  readonly layout: ArchiveLayout;
  /** Best picture first, whatever the order in the recording. */
  readonly renditions: readonly PlannedRendition[];
}

const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** @throws ServiceError MEDIA_UNSUPPORTED where no rendition has a picture */
export function planArchive(
  publication: Publication,
  renditions: readonly SourceRendition[],
  sizes: SegmentSizes,
  log: PublicationLog,
): ArchivePlan {
  const layout = archiveLayout(publication.event.id, publication.version);
  const names = new Set<string>();
  const planned = [...renditions].sort(compareRenditions).flatMap((source) => {
    if (source.height === undefined) {
      log.info({ rendition: source.path }, 'rendition without a picture is left out');
      return [];
    }
    const name = nameOf(source.path, names);
    // Numbers of the recording may skip where the encoder began anew: here they count on.
    const segments = source.segments.map((segment, index) => ({
      ...segment,
      size: sizes.get(segment.key) ?? 0,
      target: layout.segment(name, index),
    }));
    return [{ name, source, segments }];
  });
  if (planned.length === 0) {
    throw new ServiceError('MEDIA_UNSUPPORTED', 'no rendition of the recording has a picture');
  }
  return { layout, renditions: planned };
}

function compareRenditions(a: SourceRendition, b: SourceRendition): number {
  const byHeight = (b.height ?? 0) - (a.height ?? 0);
  const byBandwidth = (b.variant?.bandwidth ?? 0) - (a.variant?.bandwidth ?? 0);
  return byHeight || byBandwidth || (a.path < b.path ? -1 : 1);
}

/** The recording's own name where that can be a part of a path, and is not taken. */
function nameOf(path: string, taken: Set<string>): string {
  const last = path.split('/').at(-1) ?? '';
  let name = PLAIN_NAME.test(last) ? last : `rendition-${String(taken.size)}`;
  for (let number = taken.size; taken.has(name); number += 1) name = `rendition-${String(number)}`;
  taken.add(name);
  return name;
}
