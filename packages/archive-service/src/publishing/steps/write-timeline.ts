import { writeTimeline } from '@vitrine/product-cues';
import type { Timeline } from '@vitrine/product-cues';
import type { ArchiveLayout } from '../archive-layout.ts';
import { writeText } from '../write-text.ts';
import type { PublicationPorts } from '../publication.ts';

export async function writeTimelineFile(
  timeline: Timeline,
  { timeline: key }: ArchiveLayout,
  { store, signal }: PublicationPorts,
): Promise<void> {
  await writeText(store, key, JSON.stringify(writeTimeline(timeline)), signal);
}
