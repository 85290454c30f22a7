import type { ObjectStore } from '../../stores/object-store.ts';
import { describeKey } from '../archive-layout.ts';
import { bounded } from '../bounded.ts';
import { countProgress } from '../count-progress.ts';
import type { PublicationPorts } from '../publication.ts';

/** More at once gains little, and takes the network from whoever else needs it. */
const AT_ONCE = 8;

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
 * Copies media files; what an earlier attempt has already copied is there with its size, since no store shows a part of an object.
 * @param copies - may be asked for more than once
 */
export async function copyMedia(
  copies: Iterable<MediaCopy>,
  ports: Pick<PublicationPorts, 'store' | 'progress' | 'signal'>,
): Promise<void> {
  const all = [...copies];
  const copied = countProgress('copy-media', all.length, ports.progress);
  await bounded(all, AT_ONCE, ports.signal, async ({ source, key, target, size }, _index, signal) => {
    const present = await ports.store.head(target, { signal });
    if (present?.size === size) copied(0);
    else {
      await ports.store.copyFrom(source, key, target, { ...describeKey(target), signal });
      copied(size);
    }
  });
}
