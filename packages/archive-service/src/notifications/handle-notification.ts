import { setTimeout as sleep } from 'node:timers/promises';
import type { Jobs } from '../database/jobs.ts';
import type { Handle, RecordingState } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';
import { findRecording, runningRecording } from '../recordings/recordings-repository.ts';
import { readFact, type Fact } from './fact.ts';
import { checkNotification, sendAction, takeAgain } from './take-notification.ts';

/** Milliseconds between two looks at whether the job has ended, which may run in another process. */
const LOOK = 150;

/** Milliseconds for which attempts that fail are waited for: what is not back by then may be away for longer than anybody waits. */
const PATIENCE = 30_000;

/** Milliseconds after which the job is sent once more: it may have been dropped, since its key was held by one that had done its work and not yet ended. */
const RESEND = 5_000;

export interface Handled {
  /** Whether all that the notification asks for is done. */
  readonly done: boolean;
  /** What came of it, for people. */
  readonly outcome: string;
}

interface HandleOptions {
  readonly db: Handle;
  readonly jobs: Jobs;
  readonly signal: AbortSignal;
  readonly patience?: number;
  readonly resend?: number;
}

/**
 * Takes a notification and resolves when its job has ended, publication included. One that was taken before is acted on
 * again, so that what had failed is resumed.
 * @throws ServiceError `BAD_NOTIFICATION`, or `OVERLOADED` when the service closes before that
 */
export async function handleNotification(
  { db, jobs, signal, patience = PATIENCE, resend = RESEND }: HandleOptions,
  value: unknown,
): Promise<Handled> {
  const notification = checkNotification(value);
  const fact = readFact(notification);
  const { id } = notification;
  // Only compared with itself later: times in the database are of the clocks of several machines.
  const before = fact.kind === 'recording-end' ? (await findRecording(db, fact))?.updated_at : undefined;
  const began = Date.now();
  let sentAt = began;
  await takeAgain(db, jobs, notification, new Date(began));
  for (;;) {
    const row = await db
      .selectFrom('notifications')
      .select(['outcome', 'acted_at'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (row?.acted_at && row.outcome !== null) {
      const handled = await afterwards(db, fact, before, row.outcome);
      if (handled) return handled;
    } else if (row?.outcome && Date.now() - began > patience) {
      return { done: false, outcome: row.outcome };
    } else if (Date.now() - sentAt > resend) {
      await sendAction(db, jobs, id);
      sentAt = Date.now();
    }
    await sleep(LOOK, undefined, { signal }).catch(() => undefined);
    if (signal.aborted)
      throw new ServiceError(
        'OVERLOADED',
        'The service is shutting down; the notification is stored, and its job goes on at the next start.',
      );
  }
}

const STILL_AT_WORK: readonly RecordingState[] = ['ended', 'publishing'];

/** What has become of the recording that it announced, if it did; `undefined` while that is still being worked on. */
async function afterwards(
  db: Handle,
  fact: Fact,
  before: Date | undefined,
  outcome: string,
): Promise<Handled | undefined> {
  if (fact.kind !== 'recording-end') return { done: true, outcome };
  const recording = await findRecording(db, fact);
  if (!recording) return { done: true, outcome };
  // Of an unknown channel: nothing is published, and this command can be run again when it is known.
  if (recording.event_id === null) return { done: false, outcome };
  const { state, problem, prefix, event_id: eventId } = recording;
  if (STILL_AT_WORK.includes(state)) {
    const running = state === 'ended' ? await runningRecording(db, eventId) : undefined;
    // Its end asks for the publication of both.
    return running && { done: true, outcome: `${outcome} It waits for the end of ${running.prefix}.` };
  }
  if (state === 'published') return { done: true, outcome: `The recording ${prefix} is published.` };
  // A failure of before this command: the attempt that it asked for has yet to come.
  if (recording.updated_at.getTime() === before?.getTime()) return undefined;
  return { done: false, outcome: problem ?? `The recording ${prefix} could not be published.` };
}
