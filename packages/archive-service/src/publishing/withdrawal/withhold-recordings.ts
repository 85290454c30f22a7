import type { Handle } from '../../database/tables.ts';

/** Recordings of an unpublished event are kept where IVS wrote them, and nothing is made of them. */
export async function withholdRecordings(
  trx: Handle,
  eventId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('recordings')
    .set({
      state: 'failed',
      problem: `Its event is unpublished for good (${reason}): the recording stays in its bucket, and nothing is made of it.`,
      progress: null,
      updated_at: now,
    })
    .where('event_id', '=', eventId)
    .where('state', 'not in', ['recording', 'failed'])
    .execute();
}
