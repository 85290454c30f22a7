import type { Handle, RecordingRow } from '../../database/tables.ts';
import { messageOf, ServiceError, type ErrorCode } from '../../errors.ts';
import type { PublishAttempt, PublishOptions } from '../publish-event.ts';
import type { Wish } from './wish.ts';

/** The next attempt would read the same, and fail the same. */
const HOPELESS: readonly ErrorCode[] = ['RECORDING_INVALID', 'MEDIA_UNSUPPORTED'];
/** It is about the recording that they name; anything else, such as a store that does not answer, is met while reading one. */
const BLAMED: readonly ErrorCode[] = [
  ...HOPELESS,
  'RECORDING_MISSING',
  'RECORDING_UNFINISHED',
  'SEGMENT_MISSING',
];
/** It may be about the one that they name, or about all that lie beside it: never blamed where there is nothing else to publish. */
const DOUBTFUL: readonly ErrorCode[] = ['STORE_BUCKET_MISSING', 'STORE_DENIED'];
/** Attempts after which one recording no longer holds up the event's others. */
const PATIENCE = 3;

/**
 * Says in the database what went wrong. Resolves when the publication can go on without what cannot be published.
 * @throws the error itself, when it is to be tried again
 */
export async function noteFailure(
  { db, log }: PublishOptions,
  wish: Wish,
  attempt: PublishAttempt,
  error: unknown,
): Promise<void> {
  const { id: event } = wish.event;
  const problem = describe(error);
  const code = error instanceof ServiceError ? error.code : undefined;
  const isHopeless = code !== undefined && HOPELESS.includes(code);
  const hasOthers = wish.recordings.length > 1;
  const isPatienceOver = attempt.failures + 1 >= PATIENCE;
  const culprit = culpritOf(wish, error) ?? (isPatienceOver ? doubtfulOf(wish, error) : undefined);
  const givesUp = isHopeless || attempt.isLast || (hasOthers && isPatienceOver);
  log.error({ err: error, event, recording: culprit?.prefix, givesUp }, 'an event could not be published');

  if (culprit && givesUp) return giveUpRecording(db, culprit, problem);
  if (code === 'EDIT_INVALID' || isHopeless) return giveUpWish(db, wish, problem);
  // What has nothing to do with a recording, such as a store that is away, is never given up: the sweep asks again.
  await retryLater(db, wish, problem);
  throw error;
}

/** The recording that cannot be published, where the error names it or there is only one. */
function culpritOf({ recordings }: Wish, error: unknown): RecordingRow | undefined {
  if (!(error instanceof ServiceError) || !BLAMED.includes(error.code)) return undefined;
  const named = error.details?.['recording'];
  if (named !== undefined) return recordings.find(({ id }) => id === named);
  return HOPELESS.includes(error.code) && recordings.length === 1 ? recordings[0] : undefined;
}

/** The recording that may not be read, where the event has others that may be: a lone one is published as soon as it can be. */
function doubtfulOf({ recordings }: Wish, error: unknown): RecordingRow | undefined {
  if (!(error instanceof ServiceError) || !DOUBTFUL.includes(error.code)) return undefined;
  const named = recordings.find(({ id }) => id === error.details?.['recording']);
  const others = recordings.filter((one) => one !== named);
  // A bucket that is missing is so for all that lie in it: to give one up would not help another.
  const canHelp =
    error.code === 'STORE_DENIED' ? others.length > 0 : others.some(({ bucket }) => bucket !== named?.bucket);
  return canHelp ? named : undefined;
}

/** The operator reads this: what broke inside is for the log. */
function describe(error: unknown): string {
  if (error instanceof ServiceError) return messageOf(error);
  return `Something went wrong here, and is tried again: ${messageOf(error)}`;
}

async function giveUpRecording(
  db: Handle,
  { id, event_id: event }: RecordingRow,
  problem: string,
): Promise<void> {
  const now = new Date();
  await db.transaction().execute(async (trx) => {
    // What was being made had this recording in it. Files of it may be copied already: they go with the version, unless somebody publishes the recording by hand before.
    await trx
      .updateTable('versions')
      .set({ retired_at: now })
      .where('event_id', '=', event)
      .where('state', '=', 'publishing')
      .where('builder', 'is', null)
      .where('retired_at', 'is', null)
      .execute();
    await trx
      .updateTable('recordings')
      .set({ state: 'failed', problem, progress: null, updated_at: now })
      .where('id', '=', id)
      .execute();
  });
}

/** What viewers have stays as it is, until somebody asks for something else. */
async function giveUpWish(db: Handle, wish: Wish, problem: string): Promise<void> {
  await setUnpublished(db, wish, 'failed', problem);
  await db
    .updateTable('events')
    .set({ problem, settled: wish.event.wanted })
    .where('id', '=', wish.event.id)
    .where('wanted', '=', wish.event.wanted)
    .execute();
}

async function retryLater(db: Handle, wish: Wish, problem: string): Promise<void> {
  await setUnpublished(db, wish, 'retrying', problem);
  await db.updateTable('events').set({ problem }).where('id', '=', wish.event.id).execute();
}

async function setUnpublished(
  db: Handle,
  { recordings }: Wish,
  state: 'failed' | 'retrying',
  problem: string,
): Promise<void> {
  if (recordings.length === 0) return;
  await db
    .updateTable('recordings')
    .set({ state, problem, updated_at: new Date() })
    .where(
      'id',
      'in',
      recordings.map(({ id }) => id),
    )
    .where('state', '!=', 'published')
    .execute();
}
