import type { Handle } from '../../database/tables.ts';
import type { Wish } from './wish.ts';

/** Nothing is to be shown, or not yet. @returns false when something else was asked for in the meantime */
export async function settleWithout(db: Handle, { event }: Wish): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('events')
    .set({ settled: event.wanted })
    .where('id', '=', event.id)
    .where('wanted', '=', event.wanted)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Says why recordings that have ended are not published yet. */
export async function holdRecordings(db: Handle, { recordings }: Wish): Promise<void> {
  const ids = recordings.filter(({ state }) => state !== 'published').map(({ id }) => id);
  if (ids.length === 0) return;
  await db
    .updateTable('recordings')
    .set({ state: 'ended', problem: 'Waits until the event’s other recording has ended.' })
    .where('id', 'in', ids)
    .where('state', '!=', 'published')
    .execute();
}
