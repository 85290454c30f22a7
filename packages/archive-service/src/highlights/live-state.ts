import type { LiveState, SentCue } from '@vitrine/product-cues';
import type { EventRow, Handle, HighlightRow } from '../database/tables.ts';
import { newestHighlights } from './highlights-repository.ts';

/**
 * Highlights that live.json holds, and for how many milliseconds: players read it every two seconds, but a bad connection, or
 * a tab that was in the background, may keep one from it for longer.
 */
const MOST = 24;
const RECENT = 120_000;

/** Milliseconds after which a highlight that still waits for IVS is told all the same. */
const WAITS = 5_000;

/** live.json: what is on air now. Once the show is over nothing is, and its archive speaks for itself. */
export async function readCurrentState(
  handle: Handle,
  event: EventRow,
  now: Date,
): Promise<LiveState & { readonly vitrine: 1 }> {
  const { status, updated_at, catalogue_at } = event;
  const isOver = status === 'ended' || status === 'archived';
  const newest = isOver ? [] : await newestHighlights(handle, event.id, MOST);
  const current = newest.find((row) => isOut(row, now));
  const updatedAt = current && current.created_at > updated_at ? current.created_at : updated_at;
  return {
    vitrine: 1,
    status,
    cue: current?.cue ?? null,
    programTime: current ? sentAt(current) : null,
    recent: newest.flatMap((row) => (row === current ? [] : sentBefore(row, now))).reverse(),
    catalogueAt: catalogue_at.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** Told while it waits for its turn, it would be shown before its picture; told never, it would reach nobody while IVS does not answer. */
function isOut({ in_band, created_at }: HighlightRow, now: Date): boolean {
  if (in_band === 'queued') return now.getTime() - created_at.getTime() > WAITS;
  return in_band !== 'replaced';
}

/** The picture for which the host made it; none for one that was made while nothing was broadcast. */
function sentAt({ in_band, program_time, created_at }: HighlightRow): number | null {
  return program_time ?? (in_band === 'queued' ? created_at.getTime() : null);
}

function sentBefore({ cue, program_time }: HighlightRow, now: Date): readonly SentCue[] {
  const isRecent = program_time !== null && now.getTime() - program_time < RECENT;
  return isRecent ? [{ cue, programTime: program_time }] : [];
}
