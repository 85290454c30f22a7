import { CueError, encodeCue, type ProductCue } from '@vitrine/product-cues';
import { jsonb } from '../database/json.ts';
import type { EventRow, Handle, HighlightRow } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';
import { eventNotFound } from '../events/events-repository.ts';

/** What the host chose to show: a cue without its event and its number. */
export type CueState = Omit<ProductCue, 'e' | 'n'>;

export interface StoredHighlight {
  readonly cue: ProductCue;
  /** As it goes into the stream. */
  readonly text: string;
  /** Of the text, in UTF-8. */
  readonly bytes: number;
}

/**
 * Gives the state the event's next number and stores it: both or neither.
 * @throws ServiceError `CUE_TOO_LARGE` (413, with `bytes`), `CUE_INVALID` (400)
 */
export async function storeHighlight(
  handle: Handle,
  event: Pick<EventRow, 'id' | 'cue_key'>,
  state: CueState,
  now: Date,
): Promise<StoredHighlight> {
  return handle.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('events')
      .set(({ eb }) => ({ last_n: eb('last_n', '+', 1) }))
      .where('id', '=', event.id)
      .returning('last_n')
      .executeTakeFirst();
    if (!row) throw eventNotFound(event.id);
    const cue: ProductCue = { ...(event.cue_key !== null && { e: event.cue_key }), n: row.last_n, ...state };
    const text = encode(cue);
    await trx
      .insertInto('highlights')
      .values({ event_id: event.id, n: cue.n, cue: jsonb(cue), in_band: 'queued', created_at: now })
      .execute();
    return { cue, text, bytes: Buffer.byteLength(text) };
  });
}

function encode(cue: ProductCue): string {
  try {
    return encodeCue(cue);
  } catch (error) {
    if (!(error instanceof CueError)) throw error;
    throw new ServiceError(error.code, error.message, {
      cause: error,
      ...(error.bytes !== undefined && { details: { bytes: error.bytes } }),
    });
  }
}

/** Notes when IVS took the cue; the first time counts, a repeat changes nothing. Older ones that still waited never go out. */
export async function markSent(
  handle: Handle,
  eventId: string,
  n: number,
  programTime: number,
): Promise<void> {
  await handle
    .updateTable('highlights')
    .set({ in_band: 'sent', program_time: programTime })
    .where('event_id', '=', eventId)
    .where('n', '=', n)
    .where('program_time', 'is', null)
    .execute();
  await handle
    .updateTable('highlights')
    .set({ in_band: 'replaced' })
    .where('event_id', '=', eventId)
    .where('n', '<', n)
    .where('in_band', '=', 'queued')
    .execute();
}

export async function markOffAir(handle: Handle, eventId: string, n: number): Promise<void> {
  await handle
    .updateTable('highlights')
    .set({ in_band: 'off-air' })
    .where('event_id', '=', eventId)
    .where('n', '=', n)
    .where('in_band', '=', 'queued')
    .execute();
}

/** The service's own record of an event's highlights, by their numbers. */
export async function listHighlights(handle: Handle, eventId: string): Promise<readonly HighlightRow[]> {
  return handle.selectFrom('highlights').selectAll().where('event_id', '=', eventId).orderBy('n').execute();
}

/** The newest ones, the newest first. */
export async function newestHighlights(
  handle: Handle,
  eventId: string,
  limit: number,
): Promise<readonly HighlightRow[]> {
  return handle
    .selectFrom('highlights')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('n', 'desc')
    .limit(limit)
    .execute();
}

/** The state that holds now. */
export async function currentHighlight(handle: Handle, eventId: string): Promise<HighlightRow | undefined> {
  return (await newestHighlights(handle, eventId, 1))[0];
}
