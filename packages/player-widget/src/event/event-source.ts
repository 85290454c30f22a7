import type { LiveEvent } from '@vitrine/product-cues';
import type { PlaySource } from '../media/media-source.ts';

/** Why an event cannot be played yet: each has a screen of its own. */
export type Waiting = 'not-started' | 'offline' | 'preparing';

/** What to play of an event, or why there is nothing yet. */
export function eventSource(event: LiveEvent): PlaySource | Waiting {
  const { playback, status } = event;
  if (playback?.type === 'archive') return playback;
  if (status === 'ended' || status === 'archived') return 'preparing';
  if (status === 'scheduled') return 'not-started';
  return playback ? { type: 'live', url: playback.url } : 'offline';
}
