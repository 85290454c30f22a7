import { sql } from 'kysely';
import { findChannel, lockChannel } from '../channels/channels-repository.ts';
import type { Jobs } from '../database/jobs.ts';
import type { Handle } from '../database/tables.ts';
import { messageOf } from '../errors.ts';
import type { Log } from '../log.ts';
import type { RecordingFacts } from '../recordings/recording-facts.ts';
import type { RecordingPlace } from '../recordings/recording.ts';
import { actOnRecording } from './act-on-recording.ts';
import { actOnStreams } from './act-on-streams.ts';
import { readFact, type Fact } from './fact.ts';
import { readNotification } from './notification.ts';

export interface ActOptions {
  readonly db: Handle;
  readonly jobs: Jobs;
  readonly log: Log;
  /** What an ended recording says of itself; `undefined` when it does not say (yet). */
  recordingFacts(place: RecordingPlace): Promise<RecordingFacts | undefined>;
}

/**
 * Acts on a stored notification that nobody has acted on. What it did is stored as a sentence, in the same transaction; done again, the end state
 * would be the same.
 */
export async function actOnNotification(options: ActOptions, notificationId: string): Promise<void> {
  try {
    await actOn(options, notificationId);
  } catch (error) {
    // The job is tried again; why it has to be is for whoever wonders, or waits.
    await noteFailure(options.db, notificationId, messageOf(error)).catch(() => undefined);
    options.log.warn({ err: error, notification: notificationId }, 'a notification could not be acted on');
    throw error;
  }
}

async function noteFailure(db: Handle, id: string, problem: string): Promise<void> {
  const outcome = `It could not be acted on yet: ${problem}`;
  const row = db.updateTable('notifications').set({ outcome }).where('id', '=', id);
  await row.where('acted_at', 'is', null).execute();
}

async function actOn(options: ActOptions, notificationId: string): Promise<void> {
  const { db, log } = options;
  const row = await db
    .selectFrom('notifications')
    .selectAll()
    .where('id', '=', notificationId)
    .executeTakeFirst();
  if (!row || row.acted_at) return;
  const heard = readFact(readNotification(row.notification));
  // Read before the transaction, which must not wait for a bucket.
  const said = heard.kind === 'recording-end' ? await options.recordingFacts(heard) : undefined;
  const fact = await withKnownChannel(db, heard, said?.channelArn);
  const outcomes = await db.transaction().execute(async (trx) => {
    if (fact.kind !== 'none') await lockChannel(trx, fact.channelArn);
    // Another's job has acted on it together with its own, while this one waited for the channel.
    if (!(await isWaiting(trx, row.id))) return undefined;
    const told = await act(options, trx, { id: row.id, time: row.time, fact, said });
    await sql`
      UPDATE notifications SET outcome = told.outcome, acted_at = ${new Date()}
      FROM jsonb_each_text(${JSON.stringify(Object.fromEntries(told))}::jsonb) AS told (id, outcome)
      WHERE notifications.id = told.id`.execute(trx);
    return told;
  });
  if (!outcomes) return;
  const isFailure =
    fact.kind === 'stream' ? fact.name.endsWith('Failure') : fact.kind === 'recording-end' && fact.failure;
  const facts = { notification: row.id, detailType: row.detail_type, outcome: outcomes.get(row.id) };
  log[isFailure ? 'warn' : 'info']({ ...facts, together: outcomes.size }, 'acted on a notification');
}

async function isWaiting(trx: Handle, id: string): Promise<boolean> {
  const query = trx.selectFrom('notifications').select('id').where('id', '=', id);
  return (await query.where('acted_at', 'is', null).executeTakeFirst()) !== undefined;
}

/** Some notifications name a channel by an ARN that is none; the recording itself knows better. */
async function withKnownChannel(db: Handle, fact: Fact, recorded: string | undefined): Promise<Fact> {
  if (fact.kind !== 'recording-end' || recorded === undefined || recorded === fact.channelArn) return fact;
  if (await findChannel(db, fact.channelArn)) return fact;
  return (await findChannel(db, recorded)) ? { ...fact, channelArn: recorded } : fact;
}

interface Heard {
  readonly id: string;
  readonly time: Date;
  readonly fact: Fact;
  readonly said: RecordingFacts | undefined;
}

/** @returns what came of it, and of those that were acted on with it, by their ids */
async function act(
  { jobs }: ActOptions,
  trx: Handle,
  { id, time, fact, said }: Heard,
): Promise<ReadonlyMap<string, string>> {
  switch (fact.kind) {
    case 'stream':
      return actOnStreams(trx, jobs, fact.channelArn, { id, time, fact });
    case 'recording-start':
    case 'recording-end':
      return new Map([[id, await actOnRecording(trx, jobs, fact, time, said)]]);
    case 'none':
      return new Map([[id, 'Nothing to do.']]);
  }
}
