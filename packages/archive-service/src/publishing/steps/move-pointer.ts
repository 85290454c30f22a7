import type { LiveEvent } from '@vitrine/product-cues';
import type { PublishedLinks } from '../../database/documents.ts';
import { pointerKey } from '../archive-layout.ts';
import { archivedEvent } from '../../events/archived-event.ts';
import type { PublicationPorts } from '../publication.ts';
import { writeText } from '../write-text.ts';

/**
 * Makes a version what viewers get: the object under the event's id, then the one under its slug. The fence is asked before each write, so that a publication
 * that was overtaken leaves no trace, and after it, so that one that was overtaken in between is told: whoever overtook it may have moved the pointers before.
 *
 * @param event - as the catalogue has it now, whatever it was when the version was made
 * @returns the keys that were written
 * @throws ServiceError PUBLICATION_SUPERSEDED
 */
export async function movePointers(
  event: LiveEvent,
  links: PublishedLinks,
  { store, signal, fence, checkpoint }: Pick<PublicationPorts, 'store' | 'signal' | 'fence' | 'checkpoint'>,
): Promise<readonly string[]> {
  const json = JSON.stringify(archivedEvent(event, links));
  const keys = [...new Set([pointerKey(event.id), pointerKey(event.slug)])];
  for (const [index, key] of keys.entries()) {
    await fence();
    await writeText(store, key, json, signal);
    await fence();
    if (index === 0) await checkpoint?.('move-pointer:id');
  }
  await checkpoint?.('move-pointer');
  return keys;
}
