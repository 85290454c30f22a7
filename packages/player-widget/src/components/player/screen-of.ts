import { eventSource, type Waiting } from '../../event/event-source.ts';
import type { PlayerState } from '../../store/player-store.ts';

/** What stands where the picture would be: waiting has a face, and so has failing. */
export type Screen = Waiting | 'ended' | 'error';

export function screenOf({ error, streamEnded, event }: PlayerState): Screen | undefined {
  if (error?.code === 'STREAM_OFFLINE') return 'offline';
  if (error) return 'error';
  if (streamEnded) return 'ended';
  const source = event && eventSource(event);
  return typeof source === 'string' ? source : undefined;
}
