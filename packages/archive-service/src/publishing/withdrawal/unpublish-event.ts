import type { Jobs } from '../../database/jobs.ts';
import type { EventRow, Handle } from '../../database/tables.ts';
import { eventNotFound } from '../../events/events-repository.ts';
import { withholdRecordings } from './withhold-recordings.ts';

/**
 * Takes an event out of public view for good: a recall, an order of a court. The service stops to show it at once; what was published of it
 * is removed by a job. Asked again, it only makes sure that there is a job.
 * @throws ServiceError `EVENT_NOT_FOUND`
 */
export async function unpublishEvent(
  db: Handle,
  jobs: Jobs,
  eventId: string,
  reason: string,
  now: Date,
): Promise<EventRow> {
  return db.transaction().execute(async (trx) => {
    await withholdRecordings(trx, eventId, reason, now);
    const event = await trx
      .selectFrom('events')
      .selectAll()
      .where('id', '=', eventId)
      .forUpdate()
      .executeTakeFirst();
    if (!event) throw eventNotFound(eventId);
    if (!event.unpublish_confirmed_at) await jobs.sendAtOnce(trx, 'withdraw-event', eventId, { eventId });
    if (event.unpublished_at) return event;
    // Whoever publishes it now is stopped by the next look at its right to do so.
    await trx.updateTable('versions').set({ builder: null }).where('event_id', '=', eventId).execute();
    return trx
      .updateTable('events')
      .set({
        unpublished_at: now,
        unpublish_reason: reason,
        archive: null,
        pinned_version: null,
        pinned_key: null,
        problem: null,
        fence: event.fence + 1,
        updated_at: now,
        ...(event.status === 'archived' && { status: 'ended' as const }),
      })
      .where('id', '=', eventId)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}
