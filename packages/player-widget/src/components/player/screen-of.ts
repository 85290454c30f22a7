import { eventSource, type Waiting } from '../../event/event-source.ts';
import type { PlayerState } from '../../store/player-store.ts';

/** What stands where the picture would be: waiting has a face, and so has failing. */
export type Screen = Waiting | NonNullable<PlayerState['stopped']> | 'error';

export function screenOf({ error, stopped, event }: PlayerState): Screen | undefined {
  if (error?.code === 'STREAM_OFFLINE') return 'offline';
  if (error) return 'error';
  if (stopped) return stopped;
  const source = event && eventSource(event);
  return typeof source === 'string' ? source : undefined;
}
