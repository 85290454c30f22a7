import type { ObjectStore } from '../../stores/object-store.ts';
import { describeKey } from '../archive-layout.ts';
import { bounded } from '../bounded.ts';
import { ProgressCount } from '../count-progress.ts';
import type { FilesThere } from '../files-there.ts';
import type { PublicationPorts } from '../publication.ts';

/** More at once gains little, and takes the network from whoever else needs it. */
const COPY_AT_ONCE = 16;

/** One media file to be published. */
export interface MediaCopy {
  /** The recording's bucket. */
  readonly source: ObjectStore;
  readonly key: string;
  /** Its key in the archive. */
  readonly target: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * Copies media files. What an earlier attempt has already copied is there with its size, since no store shows a part of an object; and what a target holds
 * follows from the version's inputs, which are frozen, so that it cannot be another file.
 *
 * @param copies - is gone through more than once; its items may be made when they are asked for
 * @param there - what the version's folder holds already
 */
export async function copyMedia(
  copies: Iterable<MediaCopy>,
  there: FilesThere,
  { store, progress, signal }: Pick<PublicationPorts, 'store' | 'progress' | 'signal'>,
): Promise<void> {
  const count = new ProgressCount('copy-media', progress);
  for (const _ of copies) count.expect(1);
  await bounded(copies, COPY_AT_ONCE, signal, async ({ source, key, target, size }, _index, either) => {
    const isThere = there.get(target) === size;
    if (!isThere) await store.copyFrom(source, key, target, { ...describeKey(target), signal: either });
    count.done(isThere ? 0 : size);
  });
}
