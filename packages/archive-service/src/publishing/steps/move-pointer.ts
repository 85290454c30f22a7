import type { LiveEvent } from '@vitrine/product-cues';
import { pointerKey } from '../archive-layout.ts';
import type { PublicationPorts } from '../publication.ts';
import { writeText } from '../write-text.ts';

/**
 * Makes the version what viewers get: the object under the event's id, then the one under its slug. The fence is asked before, so that a publication that
 * was overtaken leaves no trace, and after, so that one that was overtaken in between is told: its next attempt has the pointers moved again for the one that overtook it.
 *
 * @returns the keys that were written
 * @throws ServiceError PUBLICATION_SUPERSEDED
 */
export async function movePointer(
  event: (fromKey: string) => LiveEvent,
  { id, slug }: Pick<LiveEvent, 'id' | 'slug'>,
  { store, signal, fence, checkpoint }: PublicationPorts,
): Promise<readonly string[]> {
  const keys = id === slug ? [pointerKey(id)] : [pointerKey(id), pointerKey(slug)];
  for (const [index, key] of keys.entries()) {
    await fence();
    await writeText(store, key, JSON.stringify(event(key)), signal);
    if (index === 0) await checkpoint?.('move-pointer:id');
  }
  await fence();
  return keys;
}
