import type { Timeline } from '@vitrine/product-cues';
import type { ArchiveLayout } from '../archive-layout.ts';
import { chaptersOf, chaptersVtt } from '../extras/chapters.ts';
import type { Publication, PublicationPorts } from '../publication.ts';
import { writeText } from '../write-text.ts';

/**
 * Writes chapters.vtt.
 * @returns its key; `undefined` where the replay has no chapter
 */
export async function writeChapters(
  { event }: Pick<Publication, 'event'>,
  timeline: Timeline,
  duration: number,
  { chapters: key }: ArchiveLayout,
  { store, signal }: PublicationPorts,
): Promise<string | undefined> {
  if (chaptersOf(timeline, event.products, duration).length === 0) return undefined;
  await writeText(store, key, chaptersVtt(timeline, event.products, duration), signal);
  return key;
}
