import { lockChannel } from '../channels/channels-repository.ts';
import type { Jobs } from '../database/jobs.ts';
import type { EventRow, Handle, RecordingRow } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';
import { changeRecording, readRecording } from '../recordings/recordings-repository.ts';
import { requestPublication } from './request-publication.ts';

/**
 * Gives a recording that nobody could place to an event: no notification moves it from there.
 * @throws ServiceError `IN_USE` when it belongs to another event, `EVENT_UNPUBLISHED`
 */
export async function assignRecording(
  db: Handle,
  jobs: Jobs,
  { id, channel_arn }: RecordingRow,
  event: EventRow,
  now: Date,
): Promise<void> {
  if (event.unpublished_at) throw new ServiceError('EVENT_UNPUBLISHED');
  await db.transaction().execute(async (trx) => {
    // Notifications of its channel may be giving it an event at this moment.
    await lockChannel(trx, channel_arn);
    const recording = await readRecording(trx, id);
    if (!recording) throw new ServiceError('RECORDING_NOT_FOUND');
    const { event_id: belongsTo, ended_at, prefix } = recording;
    if (belongsTo !== null && belongsTo !== event.id)
      throw new ServiceError('IN_USE', `The recording ${prefix} belongs to the event ${belongsTo}.`);
    if (belongsTo === event.id) return;
    const state = ended_at ? 'ended' : 'recording';
    const change = { event_id: event.id, shop: event.shop, assigned: true, problem: null, state } as const;
    await changeRecording(trx, id, change, now);
    if (ended_at) await requestPublication(trx, jobs, event.id);
  });
}
