import { readEvent, type LiveEvent } from '@vitrine/product-cues';
import type { EventsList } from '../events-list.ts';

/** The longest event that the service has in its archive, as it tells it itself. */
export async function archivedEvent(events: EventsList, serviceUrl: string): Promise<LiveEvent> {
  const archived = (await events.read()).filter(({ status }) => status === 'archived');
  const [longest] = archived.toSorted((a, b) => (b.duration ?? 0) - (a.duration ?? 0));
  if (!longest) throw new Error('Nothing is in the archive yet.');
  const response = await fetch(new URL(`/v1/events/${encodeURIComponent(longest.id)}`, serviceUrl));
  const read = readEvent(await response.json());
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}
