import type { PublishedLinks } from '../../database/documents.ts';
import type { ArchiveLayout } from '../archive-layout.ts';
import { archivedEvent } from '../../events/archived-event.ts';
import type { Publication, PublicationPorts } from '../publication.ts';
import { writeText } from '../write-text.ts';

/**
 * Writes the version's own copy of the event JSON.
 * @param links - relative to that copy
 */
export async function writeEvent(
  { event, updatedAt }: Publication,
  links: PublishedLinks,
  { event: key }: ArchiveLayout,
  { store, signal }: PublicationPorts,
): Promise<void> {
  await writeText(store, key, JSON.stringify(archivedEvent({ ...event, updatedAt }, links)), signal);
}
