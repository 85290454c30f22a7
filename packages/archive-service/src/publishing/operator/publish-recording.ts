import { setTimeout as sleep } from 'node:timers/promises';
import type { Jobs } from '../../database/jobs.ts';
import type { Handle, Progress } from '../../database/tables.ts';
import { ServiceError } from '../../errors.ts';
import { publishRecordingAgain } from '../publish-again.ts';
import { findRecordingByName } from './find-recording.ts';

/** Milliseconds between two looks at whether the job has ended, which may run in another process. */
const LOOK = 150;

export interface OperatorOptions {
  readonly db: Handle;
  readonly jobs: Jobs;
  readonly signal: AbortSignal;
}

/** What came of a command, for people. */
export interface Outcome {
  readonly done: boolean;
  readonly outcome: string;
}

/**
 * Has the event of a recording published once more, and resolves when that is done, or has failed.
 * @param name - its number or prefix
 * @throws ServiceError `RECORDING_NOT_FOUND`, `NOTHING_TO_PUBLISH`, `EVENT_UNPUBLISHED`
 */
export async function publishRecordingNow(
  { db, jobs, signal }: OperatorOptions,
  name: string,
): Promise<Outcome> {
  const since = new Date();
  const recording = await findRecordingByName(db, name);
  const generation = await publishRecordingAgain(db, jobs, recording, since);
  for (;;) {
    const outcome = await outcomeOf(db, recording.id, generation, since);
    if (outcome) return outcome;
    await sleep(LOOK, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) {
      throw new ServiceError(
        'OVERLOADED',
        'The service is shutting down; its next start goes on with this publication.',
      );
    }
  }
}

async function outcomeOf(
  db: Handle,
  id: number,
  generation: number,
  since: Date,
): Promise<Outcome | undefined> {
  const row = await db
    .selectFrom('recordings')
    .innerJoin('events', 'events.id', 'recordings.event_id')
    .select([
      'recordings.state',
      'recordings.prefix',
      'recordings.updated_at',
      'events.slug',
      'events.settled',
    ])
    .select(['recordings.problem', 'events.problem as eventProblem', 'events.archive'])
    .where('recordings.id', '=', id)
    .executeTakeFirst();
  if (!row) return { done: false, outcome: 'Its event was removed.' };
  const { state, prefix, slug, archive, problem, eventProblem } = row;
  const failed = problem ?? eventProblem;
  if (row.settled >= generation) {
    if (state === 'published' && archive) {
      const version = `version ${String(archive.version)}, ${archive.playback.duration.toFixed(1)} s`;
      return {
        done: eventProblem === null,
        outcome: eventProblem ?? `Published: the event ${slug}, ${version}.`,
      };
    }
    return { done: state === 'ended', outcome: failed ?? `The recording ${prefix} is ${state}.` };
  }
  const isTriedLater = state === 'retrying' && row.updated_at >= since;
  if (isTriedLater || eventProblem !== null)
    return { done: false, outcome: `${failed ?? 'It failed.'} It is tried again later.` };
  return undefined;
}

/** How far the publication of a recording is; `null` while it has not begun, or when it is over. */
export async function progressOf(db: Handle, name: string): Promise<Progress | null> {
  const { state, progress } = await findRecordingByName(db, name);
  return state === 'publishing' ? progress : null;
}
