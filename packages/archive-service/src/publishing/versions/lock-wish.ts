import type { EventRow, Handle } from '../../database/tables.ts';
import type { Wish } from './wish.ts';

/**
 * Holds the rows that a wish was read from, until the end of the transaction.
 * @returns the event's row as it is now; `undefined` when something was asked for since: then the wish has to be read again
 */
export async function lockWish(
  trx: Handle,
  { event, recordings }: Pick<Wish, 'event' | 'recordings'>,
): Promise<EventRow | undefined> {
  const ids = recordings.map(({ id }) => id);
  // Recordings before their event, like whoever takes notifications: two that wait for each other would both be late.
  if (ids.length > 0) {
    await trx
      .selectFrom('recordings')
      .select('id')
      .where('id', 'in', ids)
      .orderBy('id')
      .forUpdate()
      .execute();
  }
  const row = await trx
    .selectFrom('events')
    .selectAll()
    .where('id', '=', event.id)
    .forUpdate()
    .executeTakeFirst();
  return row?.wanted === event.wanted && !row.unpublished_at ? row : undefined;
}
