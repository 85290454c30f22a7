import type { LiveEvent } from '@vitrine/product-cues';
import type { PublishedLinks } from '../database/documents.ts';

/**
 * The JSON of an event whose archive is published, as the pointer, the version's own copy and this service's routes have it.
 * @param event - as the catalogue has it; of its playback nothing is kept
 * @param links - URLs as they are to be read from where the JSON will lie
 */
export function archivedEvent(event: LiveEvent, links: Omit<PublishedLinks, 'version'>): LiveEvent {
  // Of what is on air nothing is left to be asked for. What follows `rest` has one place in the text, wherever it comes from.
  const {
    liveStateUrl: _live,
    playback: _playback,
    timelineUrl: _timeline,
    startedAt: _started,
    endedAt: _ended,
    poster: _poster,
    updatedAt,
    ...rest
  } = event;
  // The recordings know best; and what is heard of the stream later does not change what is published.
  const { playback, timelineUrl, startedAt = event.startedAt, endedAt = event.endedAt } = links;
  const poster = links.posterIsChosen ? links.poster : (event.poster ?? links.poster);
  return {
    ...rest,
    status: 'archived',
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(poster !== undefined && { poster }),
    playback,
    ...(timelineUrl !== undefined && { timelineUrl }),
    updatedAt,
  };
}
