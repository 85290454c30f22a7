import type { LiveState } from '@vitrine/product-cues';
import type { EventRow, Handle } from '../database/tables.ts';
import { currentHighlight } from './highlights-repository.ts';

/** live.json: what is on air now. Once the show is over nothing is, and its archive speaks for itself. */
export async function readCurrentState(
  handle: Handle,
  event: EventRow,
): Promise<LiveState & { readonly vitrine: 1 }> {
  const { status, updated_at } = event;
  const isOver = status === 'ended' || status === 'archived';
  const current = isOver ? undefined : await currentHighlight(handle, event.id);
  const updatedAt = current && current.created_at > updated_at ? current.created_at : updated_at;
  return {
    vitrine: 1,
    status,
    cue: current?.cue ?? null,
    programTime: current?.program_time ?? null,
    updatedAt: updatedAt.toISOString(),
  };
}
