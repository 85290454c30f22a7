import type { EventRow, Handle, RecordingRow } from '../database/tables.ts';
import type { EventStanding } from '../events/event-status.ts';
import { eventsOfChannel, standingOf } from '../events/events-repository.ts';
import type { StreamTurn, ToldEvent, ToldRecording } from './channel-history.ts';
import { readFact } from './fact.ts';
import { readNotification } from './notification.ts';
import { unannouncedEventId } from './unannounced-event.ts';

/** Milliseconds that the history reaches back: a broadcast lasts 48 hours at most, and IVS may tell of it hours later. */
const REACH = 4 * 86_400_000;

/** Milliseconds by which an encoder that takes over may be reported before or after the one that it takes over from. */
const TAKEOVER = 60_000;

export interface ChannelFacts {
  readonly since: Date;
  readonly rows: readonly EventRow[];
  readonly recordings: readonly RecordingRow[];
  readonly told: {
    readonly events: readonly ToldEvent[];
    readonly turns: readonly StreamTurn[];
    readonly recordings: readonly ToldRecording[];
  };
}

/** All that is known of a channel from a while before this time on. */
export async function readChannelFacts(trx: Handle, channelArn: string, around: Date): Promise<ChannelFacts> {
  const since = new Date(around.getTime() - REACH);
  const rows = (await eventsOfChannel(trx, channelArn)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const recordings = (await recordingsSince(trx, channelArn, since)).filter(hasOrSeeksEvent);
  // What was made for a recording is made again when its turn comes, if nothing else holds it then.
  const made = new Set(recordings.filter(({ assigned }) => !assigned).map(unannouncedEventId));
  return {
    since,
    rows,
    recordings,
    told: {
      events: rows.filter(({ id }) => !made.has(id)).map((row) => toldEvent(row, since)),
      turns: await turnsSince(trx, channelArn, since),
      recordings: recordings.map(toldRecording),
    },
  };
}

async function recordingsSince(trx: Handle, channelArn: string, since: Date): Promise<RecordingRow[]> {
  return trx
    .selectFrom('recordings')
    .selectAll()
    .where('channel_arn', '=', channelArn)
    .where((where) => where.or([where('started_at', '>=', since), where('ended_at', '>=', since)]))
    .orderBy('id')
    .execute();
}

/** Who removes an event does not want another one for its recordings. */
const hasOrSeeksEvent = ({ event_id, state }: RecordingRow): boolean =>
  event_id !== null || state === 'waiting';

function toldEvent(row: EventRow, since: Date): ToldEvent {
  const { id, starts_at: startsAt, created_at: createdAt } = row;
  return { id, startsAt, createdAt, before: standingBefore(row, since) };
}

/** How it stood when the history begins, of which the row keeps no more than the first and the last times. */
function standingBefore(row: EventRow, since: Date): EventStanding | undefined {
  const { startedAt, resumedAt, endedAt } = standingOf(row);
  const isBefore = (time: Date | null): time is Date => time !== null && time < since;
  const started = isBefore(startedAt) ? startedAt : null;
  const ended = isBefore(endedAt) ? endedAt : null;
  if (!started && !ended) return undefined;
  const resumed = isBefore(resumedAt) ? resumedAt : started;
  const isOver = ended !== null && (resumed === null || ended >= resumed);
  return { status: isOver ? 'ended' : 'live', startedAt: started, resumedAt: resumed, endedAt: ended };
}

function toldRecording(row: RecordingRow): ToldRecording {
  const { id, started_at, ended_at, duration_ms, event_id, assigned } = row;
  const estimate = new Date((ended_at?.getTime() ?? 0) - (duration_ms ?? 0));
  const start = started_at ?? estimate;
  // Given up without a word of its end: it keeps no event on air.
  const isLost = ended_at === null && row.state === 'failed';
  return {
    id,
    start,
    isEstimate: started_at === null,
    end: ended_at
      ? { media: mediaEnd(start, ended_at, duration_ms), over: ended_at }
      : isLost
        ? { media: start, over: start }
        : undefined,
    assigned: assigned ? (event_id ?? undefined) : undefined,
    ownEvent: unannouncedEventId(row),
  };
}

/** IVS tells of the end later than it was, by as long as it waited for the encoder to come back. */
function mediaEnd(start: Date, over: Date, durationMs: number | null): Date {
  const end = durationMs === null ? over.getTime() : Math.min(over.getTime(), start.getTime() + durationMs);
  return new Date(Math.max(start.getTime(), end));
}

async function turnsSince(trx: Handle, channelArn: string, since: Date): Promise<StreamTurn[]> {
  const rows = await trx
    .selectFrom('notifications')
    .select(['notification', 'time'])
    .where('channel_arn', '=', channelArn)
    .where('time', '>=', since)
    .where('detail_type', 'in', ['IVS Stream State Change', 'IVS Recording State Change'])
    .orderBy('time')
    .execute();
  const facts = rows.flatMap(({ notification, time }) => {
    const fact = readFact(readNotification(notification));
    return fact.kind === 'stream' ? [{ ...fact, time }] : [];
  });
  const takeovers = facts.filter(({ name }) => name === 'Stream Takeover').map(({ time }) => time.getTime());
  return facts
    .filter(
      ({ name, time }) =>
        name !== 'Session Ended' || !takeovers.some((at) => Math.abs(at - time.getTime()) <= TAKEOVER),
    )
    .map(({ turn, time, streamId }) => ({ kind: turn, time, streamId }));
}
