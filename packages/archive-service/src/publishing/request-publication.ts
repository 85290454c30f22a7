import type { Jobs } from '../database/jobs.ts';
import type { Handle } from '../database/tables.ts';
import { eventNotFound } from '../events/events-repository.ts';

/**
 * Asks for the event's publication in the caller's transaction: whatever has changed, in the same transaction, will be seen
 * by the job.
 *
 * @param after - seconds that pass before the job begins
 * @returns the generation that is wanted now: when `events.settled` has reached it, it is done
 * @throws ServiceError `EVENT_NOT_FOUND`
 */
export async function requestPublication(
  trx: Handle,
  jobs: Jobs,
  eventId: string,
  after?: number,
): Promise<number> {
  const event = await trx
    .updateTable('events')
    .set(({ eb }) => ({ wanted: eb('wanted', '+', 1) }))
    .where('id', '=', eventId)
    .returning('wanted')
    .executeTakeFirst();
  if (!event) throw eventNotFound(eventId);
  await sendPublication(trx, jobs, eventId, event.wanted, after);
  return event.wanted;
}

/** A job for a generation that has none, or has lost it. @returns whether it was necessary */
export async function sendPublication(
  handle: Handle,
  jobs: Jobs,
  eventId: string,
  generation: number,
  after?: number,
): Promise<boolean> {
  const key = `${eventId}:${String(generation)}`;
  return jobs.send(
    handle,
    'publish-event',
    key,
    { eventId, generation },
    after === undefined ? {} : { after },
  );
}

/** The catalogue changed: where an archive shows it, or is being made, its pointers are to say so. */
export async function requestIfPublished(
  trx: Handle,
  jobs: Jobs,
  eventIds: readonly string[],
): Promise<void> {
  if (eventIds.length === 0) return;
  const rows = await trx
    .selectFrom('events')
    .select('id')
    .where('id', 'in', eventIds)
    .where('wanted', '>', 0)
    .where('unpublished_at', 'is', null)
    // Always in one order: two that lock the same rows do not wait for each other for ever.
    .orderBy('id')
    .execute();
  for (const { id } of rows) await requestPublication(trx, jobs, id);
}

/**
 * Sends the jobs again of what is wanted and not settled, as when a job had its last attempt; one that waits or runs
 * stays the only one.
 * @returns for how many events that was necessary
 */
export async function resendPublications(db: Handle, jobs: Jobs): Promise<number> {
  const rows = await unsettled(db).select('id').orderBy('id').execute();
  let sent = 0;
  for (const { id } of rows) {
    const isSent = await db.transaction().execute(async (trx) => {
      // Locked: its job may be settling it just now.
      const event = await unsettled(trx)
        .select(['wanted', 'unpublished_at'])
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (!event) return false;
      return event.unpublished_at
        ? jobs.send(trx, 'withdraw-event', id, { eventId: id })
        : sendPublication(trx, jobs, id, event.wanted);
    });
    if (isSent) sent += 1;
  }
  return sent;
}

const unsettled = (handle: Handle) =>
  handle
    .selectFrom('events')
    .where((where) =>
      where.or([
        where('wanted', '!=', where.ref('settled')),
        where.and([where('unpublished_at', 'is not', null), where('unpublish_confirmed_at', 'is', null)]),
      ]),
    );
