import { createHash } from 'node:crypto';
import type { ChannelRow, EventRow, Handle } from '../database/tables.ts';
import { createEvent } from '../events/events-repository.ts';
import { recordingKey, type RecordingPlace } from '../recordings/recording.ts';

/** Of the event of a show that nobody announced: its name comes from the recording, so that it is the same one again. */
export const unannouncedEventId = (place: RecordingPlace): string => `evt_${hashOf(place).slice(0, 18)}`;

const hashOf = (place: RecordingPlace): string =>
  createHash('sha256').update(recordingKey(place)).digest('hex');

export async function createUnannouncedEvent(
  trx: Handle,
  channel: ChannelRow,
  recording: RecordingPlace,
  start: Date,
): Promise<EventRow> {
  return createEvent(
    trx,
    {
      id: unannouncedEventId(recording),
      slug: `recording-${hashOf(recording).slice(0, 12)}`,
      shop: channel.shop,
      title: `${channel.name || 'Recording'}, ${start.toISOString().slice(0, 10)}`,
      description: null,
      currency: 'EUR',
      cue_key: null,
      channel_arn: channel.arn,
      poster: null,
      starts_at: null,
      started_at: start,
      replay_offers: false,
      listed: channel.auto_publish,
    },
    start,
  );
}

/** Removes one whose recording has turned out to be another event's, unless somebody or something has made use of it. */
export async function removeUnusedEvent(trx: Handle, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('events')
    .where('id', '=', id)
    .where('archive', 'is', null)
    .where('last_n', '=', 0)
    .where('starts_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('recordings').select('id').where('event_id', '=', id))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('event_products').select('product_id').where('event_id', '=', id))),
    )
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
