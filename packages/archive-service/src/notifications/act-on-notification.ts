import { findChannel, lockChannel } from '../channels/channels-repository.ts';
import type { Jobs } from '../database/jobs.ts';
import type { Handle } from '../database/tables.ts';
import type { Log } from '../log.ts';
import type { RecordingFacts } from '../recordings/recording-facts.ts';
import type { RecordingPlace } from '../recordings/recording.ts';
import { actOnRecording } from './act-on-recording.ts';
import { turnKey } from './channel-history.ts';
import { readFact, type Fact, type StreamFact } from './fact.ts';
import { readNotification } from './notification.ts';
import { settleChannel } from './settle-channel.ts';

export interface ActOptions {
  readonly db: Handle;
  readonly jobs: Jobs;
  readonly log: Log;
  /** What an ended recording says of itself; `undefined` when it does not say (yet). */
  recordingFacts(place: RecordingPlace): Promise<RecordingFacts | undefined>;
}

/**
 * Acts on a stored notification, once or again: the end state is the same. What it did is stored as a sentence, in the same
 * transaction.
 */
export async function actOnNotification(options: ActOptions, notificationId: string): Promise<void> {
  try {
    await actOn(options, notificationId);
  } catch (error) {
    // The job is tried again; why it has to be is for whoever wonders.
    options.log.warn({ err: error, notification: notificationId }, 'a notification could not be acted on');
    throw error;
  }
}

async function actOn(options: ActOptions, notificationId: string): Promise<void> {
  const { db, log } = options;
  const row = await db
    .selectFrom('notifications')
    .selectAll()
    .where('id', '=', notificationId)
    .executeTakeFirst();
  if (!row) return;
  const heard = readFact(readNotification(row.notification));
  // Read before the transaction, which must not wait for a bucket.
  const said = heard.kind === 'recording-end' ? await options.recordingFacts(heard) : undefined;
  const fact = await withKnownChannel(db, heard, said?.channelArn);
  const outcome = await db.transaction().execute(async (trx) => {
    if (fact.kind !== 'none') await lockChannel(trx, fact.channelArn);
    const told = await act(options, trx, fact, row.time, said);
    await trx
      .updateTable('notifications')
      .set({ outcome: told, acted_at: new Date() })
      .where('id', '=', notificationId)
      .execute();
    return told;
  });
  const isFailure =
    fact.kind === 'stream' ? fact.name.endsWith('Failure') : fact.kind === 'recording-end' && fact.failure;
  log[isFailure ? 'warn' : 'info'](
    { notification: notificationId, detailType: row.detail_type, outcome },
    'acted on a notification',
  );
}

/** Some notifications name a channel by an ARN that is none; the recording itself knows better. */
async function withKnownChannel(db: Handle, fact: Fact, recorded: string | undefined): Promise<Fact> {
  if (fact.kind !== 'recording-end' || recorded === undefined || recorded === fact.channelArn) return fact;
  if (await findChannel(db, fact.channelArn)) return fact;
  return (await findChannel(db, recorded)) ? { ...fact, channelArn: recorded } : fact;
}

async function act(
  { jobs }: ActOptions,
  trx: Handle,
  fact: Fact,
  time: Date,
  said: RecordingFacts | undefined,
): Promise<string> {
  switch (fact.kind) {
    case 'stream':
      return actOnStream(trx, jobs, fact, time);
    case 'recording-start':
    case 'recording-end':
      return actOnRecording(trx, jobs, fact, time, said);
    case 'none':
      return 'Nothing to do.';
  }
}

async function actOnStream(trx: Handle, jobs: Jobs, fact: StreamFact, time: Date): Promise<string> {
  const { channelArn, streamId, turn, name } = fact;
  const settled = await settleChannel(trx, jobs, channelArn, time);
  if (!settled) return `The channel ${channelArn} is unknown.`;
  const moved = settled.history.moved.get(turnKey({ kind: turn, time, streamId }));
  const event = settled.events.get(moved ?? '');
  const unrecorded = name === 'Recording Start Failure' ? ' Amazon IVS does not record this stream.' : '';
  if (!event) return `No event of this channel was on at this time.${unrecorded}`;
  return `The event ${event.slug} is ${event.status}.${unrecorded}`;
}
