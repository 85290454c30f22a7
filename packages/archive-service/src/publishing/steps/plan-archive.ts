import { archiveLayout } from '../archive-layout.ts';
import type { ArchiveLayout } from '../archive-layout.ts';
import type { Publication } from '../publication.ts';
import type { SourceSegment } from './read-playlists.ts';
import type { ScannedRendition } from './scan-media.ts';

export interface PlannedSegment extends SourceSegment {
  readonly size: number;
  /** Where it is published. */
  readonly target: string;
}

export interface PlannedRendition extends ScannedRendition {
  /** Its folder in the archive. */
  readonly name: string;
  readonly segments: readonly PlannedSegment[];
}

/** Which file goes where. */
export interface ArchivePlan {
  readonly layout: ArchiveLayout;
  /** Best picture first, whatever the order in the recording. */
  readonly renditions: readonly PlannedRendition[];
}

const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

export function planArchive(publication: Publication, renditions: readonly ScannedRendition[]): ArchivePlan {
  const layout = archiveLayout(publication.event.id, publication.version);
  const names = new Set<string>();
  const planned = renditions.map((scanned) => {
    const name = nameOf(scanned.source.path, names);
    // Numbers of the recording may skip where the encoder began anew: here they count on.
    const segments = [...scanned.source.segments].map((segment, index) => ({
      ...segment,
      size: scanned.scans.at(index)?.bytes ?? 0,
      target: layout.segment(name, index),
    }));
    return { ...scanned, name, segments };
  });
  return { layout, renditions: planned };
}

/** The recording's own name where that can be a part of a path, and is not taken. */
function nameOf(path: string, taken: Set<string>): string {
  const last = path.split('/').at(-1) ?? '';
  let name = PLAIN_NAME.test(last) ? last : `rendition-${String(taken.size)}`;
  for (let number = taken.size; taken.has(name); number += 1) name = `rendition-${String(number)}`;
  taken.add(name);
  return name;
}
