import type { EventRow, Handle } from '../../database/tables.ts';
import { LANDED } from '../versions/record-shown.ts';

/** Seconds that a request to the store may be on its way after whoever sent it was told to stop. */
const ON_ITS_WAY = 15;

/**
 * From when on no publication that was running when the event was unpublished can still write: its right to make the
 * version has run out, and so has the time that a move of pointers takes.
 */
export async function safeFrom(db: Handle, { id, movers, unpublished_at }: EventRow): Promise<Date> {
  const { until } = await db
    .selectFrom('versions')
    .select(({ fn }) => fn.max('builder_until').as('until'))
    .where('event_id', '=', id)
    .executeTakeFirstOrThrow();
  const built = until ? until.getTime() + ON_ITS_WAY * 1000 : 0;
  const moved = movers.length > 0 ? (unpublished_at?.getTime() ?? 0) + LANDED * 1000 : 0;
  return new Date(Math.max(built, moved));
}
