import type { Jobs } from '../database/jobs.ts';
import type { Handle, RecordingRow } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';
import { eventNotFound } from '../events/events-repository.ts';
import { recordingsOfEvent } from '../recordings/recordings-repository.ts';
import { requestPublication } from './request-publication.ts';

/**
 * Asks for an event's publication once more, and tries recordings again that were given up.
 * @returns the generation that is wanted now
 * @throws ServiceError `EVENT_UNPUBLISHED`, `NOTHING_TO_PUBLISH`
 */
export async function publishEventAgain(db: Handle, jobs: Jobs, eventId: string, now: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const ended = (await recordingsOfEvent(trx, eventId)).filter(({ ended_at }) => ended_at !== null);
    return again(trx, jobs, eventId, ended, now);
  });
}

/**
 * The same for one recording and the event that it belongs to.
 * @throws ServiceError `EVENT_UNPUBLISHED`, `NOTHING_TO_PUBLISH`
 */
export async function publishRecordingAgain(
  db: Handle,
  jobs: Jobs,
  recording: RecordingRow,
  now: Date,
): Promise<number> {
  const { event_id: eventId, ended_at, prefix, channel_arn, state } = recording;
  if (eventId === null)
    throw new ServiceError(
      'NOTHING_TO_PUBLISH',
      `The recording ${prefix} has no event: add the channel ${channel_arn}, or assign the recording to one.`,
    );
  // One that the sweep has given up has ended, though nobody says when.
  if (ended_at === null && state !== 'failed')
    throw new ServiceError('NOTHING_TO_PUBLISH', `The recording ${prefix} has not ended yet.`);
  return db.transaction().execute((trx) => again(trx, jobs, eventId, [recording], now));
}

async function again(
  trx: Handle,
  jobs: Jobs,
  eventId: string,
  recordings: readonly RecordingRow[],
  now: Date,
): Promise<number> {
  if (recordings.length === 0) throw new ServiceError('NOTHING_TO_PUBLISH');
  const event = await trx
    .selectFrom('events')
    .select('unpublished_at')
    .where('id', '=', eventId)
    .executeTakeFirst();
  if (!event) throw eventNotFound(eventId);
  if (event.unpublished_at) throw new ServiceError('EVENT_UNPUBLISHED');
  await trx
    .updateTable('recordings')
    .set(({ fn, ref }) => ({
      state: 'ended',
      problem: null,
      refused: false,
      look_again_at: null,
      updated_at: now,
      ended_at: fn.coalesce(ref('ended_at'), ref('updated_at')),
    }))
    .where(
      'id',
      'in',
      recordings.map(({ id }) => id),
    )
    .where('state', 'in', ['failed', 'retrying'])
    .execute();
  await trx.updateTable('events').set({ problem: null }).where('id', '=', eventId).execute();
  return requestPublication(trx, jobs, eventId);
}
