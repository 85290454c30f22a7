import { describeKey } from '../archive-layout.ts';
import { bounded } from '../bounded.ts';
import { countProgress } from '../count-progress.ts';
import type { PublicationPorts } from '../publication.ts';
import type { ArchivePlan } from './plan-archive.ts';

/** More at once gains little, and takes the network from whoever else needs it. */
const AT_ONCE = 8;

/** Copies every media file; what an earlier attempt has already copied is there with its size, since no store shows a part of an object. */
export async function copyMedia(plan: ArchivePlan, ports: PublicationPorts): Promise<void> {
  const segments = plan.renditions.flatMap((rendition) => rendition.segments);
  const copied = countProgress('copy-media', segments.length, ports.progress);
  await bounded(segments, AT_ONCE, ports.signal, async ({ key, target, size }, _index, signal) => {
    const present = await ports.store.head(target, { signal });
    if (present?.size === size) copied(0);
    else {
      await ports.store.copyFrom(ports.recordings, key, target, { ...describeKey(target), signal });
      copied(size);
    }
  });
}
