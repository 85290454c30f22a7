import type { Edits } from '../database/documents.ts';
import type { ArchiveLayout } from './archive-layout.ts';
import { renditionName } from './assembly/rendition-name.ts';
import type { Publication } from './publication.ts';
import type { VerifiedRecording } from './read-recording.ts';
import { withPicture } from './scanning/with-picture.ts';
import type { MediaCopy } from './steps/copy-media.ts';

/**
 * Whether it is as good as certain, before a file is read, what will be copied: one recording of which nothing is cut away. Of several it takes their reading to know in which
 * order they come, and what of them another one shows.
 */
export function isForetold({ recordings, edits }: Pick<Publication, 'recordings' | 'edits'>): boolean {
  return recordings.length === 1 && !cutsAway(edits);
}

function cutsAway({ start, end, cuts }: Edits): boolean {
  return start !== undefined || end !== undefined || cuts.length > 0;
}

/** The copies that a lone, uncut recording will most likely need, in the order in which the assembly will ask for them. */
export function foretoldCopies(
  { open: { store }, renditions, sizes }: VerifiedRecording,
  layout: ArchiveLayout,
): Iterable<MediaCopy> {
  return {
    *[Symbol.iterator]() {
      const names = new Set<string>();
      for (const rendition of withPicture(renditions)) {
        const name = renditionName(rendition.path, names);
        for (let index = 0; index < rendition.segments.length; index += 1) {
          const [key, size] = [rendition.segments.at(index)?.key ?? '', sizes.get(rendition)?.[index] ?? 0];
          yield { source: store, key, target: layout.segment(0, name, index), size };
        }
      }
    },
  };
}

/**
 * Compares what was foretold with what is shown, both in their order.
 * @param onUnshown - told of each target that was foretold, and is not shown
 * @returns whether all that is shown was foretold
 */
export async function compareForetold(
  foretold: Iterable<MediaCopy>,
  shown: Iterable<MediaCopy>,
  onUnshown: (target: string) => Promise<void>,
): Promise<boolean> {
  const files = shown[Symbol.iterator]();
  let next = files.next();
  for (const { target } of foretold) {
    if (next.done !== true && next.value.target === target) next = files.next();
    else await onUnshown(target);
  }
  return next.done === true;
}
