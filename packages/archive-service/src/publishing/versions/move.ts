import { sql } from 'kysely';
import type { Jobs } from '../../database/jobs.ts';
import { jsonb } from '../../database/json.ts';
import type { Handle } from '../../database/tables.ts';
import { ServiceError } from '../../errors.ts';
import { pointerKey } from '../archive-layout.ts';
import { requestPublication } from '../request-publication.ts';
import { lockWish } from './lock-wish.ts';
import type { Wish } from './wish.ts';

/** The right to move an event's pointers, until somebody else begins to. */
export interface Move {
  readonly eventId: string;
  /** The fencing token. */
  readonly token: number;
  /** The keys that are to be written. */
  readonly keys: readonly string[];
  /** Those that were written before and are no longer the event's. */
  readonly formerKeys: readonly string[];
}

/**
 * Takes the right, and leaves a note that it was taken: a move whose note stays was cut short, and its last write may
 * land at any time.
 * @returns `undefined` when the wish is not the newest
 */
export async function beginMove(db: Handle, wish: Wish): Promise<Move | undefined> {
  return db.transaction().execute(async (trx) => {
    const event = await lockWish(trx, wish);
    if (!event) return undefined;
    const token = event.fence + 1;
    const keys = [...new Set([pointerKey(event.id), pointerKey(event.slug)])];
    const formerKeys = event.pointers.filter((key) => !keys.includes(key));
    await trx
      .updateTable('events')
      .set({
        fence: token,
        movers: jsonb([...event.movers, token]),
        pointers: jsonb([...formerKeys, ...keys]),
      })
      .where('id', '=', event.id)
      .execute();
    return { eventId: event.id, token, keys, formerKeys };
  });
}

/** @throws ServiceError `PUBLICATION_SUPERSEDED` when somebody else moves the pointers, or the event was unpublished */
export async function checkMove(db: Handle, { eventId, token }: Move): Promise<void> {
  const event = await db.selectFrom('events').select('fence').where('id', '=', eventId).executeTakeFirst();
  if (event?.fence !== token) throw new ServiceError('PUBLICATION_SUPERSEDED');
}

/**
 * Ends a move that somebody has overtaken. Its last write may have come after theirs, so the pointers are asked for once more.
 */
export async function overtaken(db: Handle, jobs: Jobs, { eventId, token }: Move): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const event = await trx
      .updateTable('events')
      .set({
        movers: sql`(SELECT coalesce(jsonb_agg(mover), '[]') FROM jsonb_array_elements(movers) AS mover WHERE mover <> to_jsonb(${sql.lit(token)}))`,
      })
      .where('id', '=', eventId)
      .returning('unpublished_at')
      .executeTakeFirst();
    if (!event) return;
    if (event.unpublished_at)
      await jobs.send(trx, 'withdraw-event', `${eventId}:${String(token)}`, { eventId });
    else await requestPublication(trx, jobs, eventId);
  });
}
