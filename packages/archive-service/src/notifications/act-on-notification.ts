import { findChannel, lockChannel } from '../channels/channels-repository.ts';
import type { Jobs } from '../database/jobs.ts';
import type { EventRow, Handle } from '../database/tables.ts';
import { eventsOfChannel, setStanding, standingOf } from '../events/events-repository.ts';
import { streamEnded, streamStarted } from '../events/event-status.ts';
import type { Log } from '../log.ts';
import { findEvent } from '../recordings/find-event.ts';
import { isStillRecorded } from '../recordings/recordings-repository.ts';
import type { RecordingPlace } from '../recordings/recording.ts';
import { recordingEnded, recordingFailed, recordingStarted } from './act-on-recording.ts';
import { readFact, readNotification, type Fact } from './notification.ts';
import { spanOf } from './span-of.ts';

export interface ActOptions {
  readonly db: Handle;
  readonly jobs: Jobs;
  readonly log: Log;
  /** When the recording itself says that it began; `undefined` when it does not say (yet). */
  recordingStart(place: RecordingPlace): Promise<Date | undefined>;
}

/**
 * Acts on a stored notification, once or again: the end state is the same. What it did is stored as a sentence, in the same
 * transaction.
 */
export async function actOnNotification(options: ActOptions, notificationId: string): Promise<void> {
  const { db, log } = options;
  const row = await db
    .selectFrom('notifications')
    .selectAll()
    .where('id', '=', notificationId)
    .executeTakeFirst();
  if (!row) return;
  const fact = readFact(readNotification(row.notification));
  // Read before the transaction, which must not wait for a bucket.
  const start = fact.kind === 'recording-end' ? await options.recordingStart(fact) : undefined;
  const outcome = await db.transaction().execute(async (trx) => {
    if (fact.kind !== 'none') await lockChannel(trx, fact.channelArn);
    const said = await act(options, trx, fact, row.time, start);
    await trx
      .updateTable('notifications')
      .set({ outcome: said, acted_at: new Date() })
      .where('id', '=', notificationId)
      .execute();
    return said;
  });
  log.info({ notification: notificationId, detailType: row.detail_type, outcome }, 'acted on a notification');
}

async function act(
  { jobs }: ActOptions,
  trx: Handle,
  fact: Fact,
  time: Date,
  recordedFrom: Date | undefined,
): Promise<string> {
  switch (fact.kind) {
    case 'stream-start':
    case 'stream-end':
      return moveEvent(trx, fact.channelArn, fact.kind, time);
    case 'recording-start':
      return recordingStarted(trx, fact, time);
    case 'recording-end':
      return recordingEnded(trx, jobs, { ...fact, start: recordedFrom, time });
    case 'recording-end-failure':
      return recordingFailed(trx, { ...fact, time });
    case 'none':
      return 'Nothing to do.';
  }
}

async function moveEvent(
  trx: Handle,
  channelArn: string,
  kind: 'stream-start' | 'stream-end',
  time: Date,
): Promise<string> {
  if (!(await findChannel(trx, channelArn))) return `The channel ${channelArn} is unknown.`;
  const events = await eventsOfChannel(trx, channelArn);
  const event = findEvent(events.map(spanOf), time)?.row ?? (await interrupted(trx, events, kind, time));
  if (!event) return 'No event of this channel was on at this time.';
  const move = kind === 'stream-start' ? streamStarted : streamEnded;
  const standing = move(standingOf(event), time);
  await setStanding(trx, event.id, standing, time);
  return `The event ${event.slug} is ${standing.status}.`;
}

/** Milliseconds: the longest that IVS lets a recording wait for its encoder to come back. */
const RECONNECT_WINDOW = 300_000;

/** A stream that starts while the recording of the last show still runs is that show, come back after an interruption. */
async function interrupted(
  trx: Handle,
  events: readonly EventRow[],
  kind: 'stream-start' | 'stream-end',
  time: Date,
): Promise<EventRow | undefined> {
  if (kind === 'stream-end') return undefined;
  const latest = events.find(({ status, ended_at }) => {
    const since = time.getTime() - (ended_at?.getTime() ?? Number.NEGATIVE_INFINITY);
    return status === 'ended' && since > 0 && since <= RECONNECT_WINDOW;
  });
  return latest && (await isStillRecorded(trx, latest.id)) ? latest : undefined;
}
