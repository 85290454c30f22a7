import type { Handle } from '../../database/tables.ts';

/** How many objects the last listing showed. */
export async function noteLeft(db: Handle, eventId: string, left: number): Promise<void> {
  await db.updateTable('events').set({ unpublish_left: left }).where('id', '=', eventId).execute();
}

/** A listing showed that nothing is left, at a time when nobody could write any more. */
export async function confirmWithdrawal(db: Handle, eventId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('events')
      .set(({ ref }) => ({
        unpublish_confirmed_at: now,
        pointers: '[]',
        movers: '[]',
        settled: ref('wanted'),
      }))
      .where('id', '=', eventId)
      .execute();
    await trx
      .updateTable('versions')
      .set({ state: 'collected', removed_at: now })
      .where('event_id', '=', eventId)
      .execute();
  });
}
