import type { Handle, RecordingRow } from '../database/tables.ts';
import { earlier } from '../events/event-status.ts';
import type { RecordingFacts } from '../recordings/recording-facts.ts';
import { changeRecording, lockRecording, type RecordingChange } from '../recordings/recordings-repository.ts';
import type { RecordingFact } from './fact.ts';

export interface Noted {
  readonly recording: RecordingRow;
  /** Whether something about it was not known before. */
  readonly isNews: boolean;
}

/**
 * Stores what a notification, and the recording's own files, say of a recording. What the files say counts, and of several starts the first: so
 * that the row is the same in whatever order it was heard.
 */
export async function noteRecording(
  trx: Handle,
  fact: RecordingFact,
  time: Date,
  said: RecordingFacts | undefined,
): Promise<Noted> {
  const { bucket, prefix, channelArn } = fact;
  const known = await lockRecording(trx, {
    bucket,
    prefix,
    channel_arn: channelArn,
    // Until it has its event.
    state: 'waiting',
    updated_at: time,
  });
  const change = {
    ...(fact.kind === 'recording-start' ? startOf(known, time) : endOf(known, fact, time, said)),
    // One that waits may have been announced under an ARN that is none.
    ...(known.state === 'waiting' && { channel_arn: channelArn }),
  };
  const isNews = Object.entries(change).some(
    ([name, value]) => !isSame(known[name as keyof RecordingRow], value),
  );
  if (isNews) await changeRecording(trx, known.id, change, time);
  return { recording: { ...known, ...change }, isNews };
}

type Told = Pick<RecordingRow, 'started_at' | 'ended_at' | 'duration_ms' | 'failure' | 'state' | 'problem'>;

function startOf({ started_at }: RecordingRow, time: Date): Pick<Told, 'started_at'> {
  return { started_at: earlier(started_at, time) };
}

function endOf(
  known: RecordingRow,
  { durationMs, failure }: Extract<RecordingFact, { kind: 'recording-end' }>,
  time: Date,
  said: RecordingFacts | undefined,
): Told {
  const { started_at, ended_at, duration_ms, state, problem } = known;
  const heard = ended_at !== null && ended_at > time ? ended_at : time;
  // Announced again, one that was given up is tried again.
  const isOver = state === 'recording' || state === 'failed';
  return {
    started_at: said?.startedAt ? earlier(started_at, said.startedAt) : started_at,
    ended_at: said?.endedAt ?? heard,
    duration_ms: said?.durationMs ?? (Math.max(durationMs, duration_ms ?? 0) || null),
    failure: said?.failure ?? failure ?? known.failure,
    state: isOver ? 'ended' : state,
    problem: isOver ? null : problem,
  } satisfies RecordingChange;
}

const isSame = (a: unknown, b: unknown): boolean =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
