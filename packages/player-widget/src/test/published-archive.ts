import { readEvent, type ArchivePlayback, type LiveEvent, type Starter } from '@vitrine/product-cues';
import { absoluteEvent } from '../event/absolute-event.ts';
import { engineStreams } from './engine-streams.ts';

export interface PublishedArchive extends LiveEvent {
  readonly playback: ArchivePlayback & { readonly starter: Starter };
}

/** The event of a recording that `engineStreams` has, as it was published: with a starter, its URLs absolute. */
export async function publishedArchive(
  which: 'published' | 'publishedCaptions' = 'published',
): Promise<PublishedArchive> {
  const { [which]: published } = await engineStreams();
  const read = readEvent(await (await fetch(published)).json());
  const event = read.ok ? absoluteEvent(read.value, published) : undefined;
  const playback = event?.playback?.type === 'archive' ? event.playback : undefined;
  if (!event || !playback?.starter) throw new Error(`${published} has no starter`);
  return { ...event, playback: { ...playback, starter: playback.starter } };
}
