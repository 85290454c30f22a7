import type { Jobs } from '../../database/jobs.ts';
import { jsonb } from '../../database/json.ts';
import type { EventRow, Handle } from '../../database/tables.ts';
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
 * land at any time. From now on the version counts as shown, and is not collected.
 * @returns `undefined` when the wish is not the newest, or the version's objects are being removed
 */
export async function beginMove(
  db: Handle,
  wish: Wish,
  version: number,
  now: Date,
): Promise<Move | undefined> {
  return db.transaction().execute(async (trx) => {
    const event = await lockWish(trx, wish);
    if (!event || (await isCollected(trx, event, version))) return undefined;
    await trx
      .updateTable('versions')
      .set({ retired_at: null })
      .where('event_id', '=', event.id)
      .where('version', '=', version)
      .where('state', '=', 'published')
      .where('retired_at', 'is not', null)
      .execute();
    const token = event.fence + 1;
    const keys = [...new Set([pointerKey(event.id), pointerKey(event.slug)])];
    const formerKeys = event.pointers.filter((key) => !keys.includes(key));
    await trx
      .updateTable('events')
      .set({
        fence: token,
        movers: jsonb([...event.movers, { token, since: now.getTime() }]),
        pointers: jsonb([...formerKeys, ...keys]),
      })
      .where('id', '=', event.id)
      .execute();
    return { eventId: event.id, token, keys, formerKeys };
  });
}

/** What viewers have already never is; and an older release made versions of which there is no row. */
async function isCollected(trx: Handle, { id, archive }: EventRow, version: number): Promise<boolean> {
  if (archive?.version === version) return false;
  const row = await trx
    .selectFrom('versions')
    .select('state')
    .where('event_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.state === 'collected';
}

/** @throws ServiceError `PUBLICATION_SUPERSEDED` when somebody else moves the pointers, or the event was unpublished */
export async function checkMove(db: Handle, { eventId, token }: Move): Promise<void> {
  const event = await db.selectFrom('events').select('fence').where('id', '=', eventId).executeTakeFirst();
  if (event?.fence !== token) throw new ServiceError('PUBLICATION_SUPERSEDED');
}

/**
 * Ends a move that somebody has overtaken. Its last write may have come after theirs: whoever is still at it is told so, and otherwise the
 * pointers are asked for once more.
 * @returns whether somebody is still at it, with a wish that is at least as new
 */
export async function overtaken(db: Handle, jobs: Jobs, { eventId, token, keys }: Move): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const event = await trx
      .selectFrom('events')
      .select(['movers', 'pointers', 'unpublished_at'])
      .where('id', '=', eventId)
      .forUpdate()
      .executeTakeFirst();
    if (!event) return false;
    const others = event.movers.filter((mover) => mover.token !== token);
    const isGoingOn = others.some((mover) => mover.token > token);
    const movers = others.map((mover) => (mover.token > token ? { ...mover, disturbed: true } : mover));
    await trx
      .updateTable('events')
      // What it has written may have been removed meanwhile, and stand there again: whoever moves the pointers next looks after that.
      .set({ movers: jsonb(movers), pointers: jsonb([...new Set([...event.pointers, ...keys])]) })
      .where('id', '=', eventId)
      .execute();
    if (event.unpublished_at)
      await jobs.send(trx, 'withdraw-event', `${eventId}:${String(token)}`, { eventId });
    else if (!isGoingOn) await requestPublication(trx, jobs, eventId);
    return isGoingOn && !event.unpublished_at;
  });
}
