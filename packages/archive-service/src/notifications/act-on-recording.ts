import { createHash } from 'node:crypto';
import { findChannel } from '../channels/channels-repository.ts';
import type { Jobs } from '../database/jobs.ts';
import type { ChannelRow, EventRow, Handle, RecordingRow } from '../database/tables.ts';
import {
  createEvent,
  eventsOfChannel,
  readPublicEvent,
  setStanding,
  standingOf,
} from '../events/events-repository.ts';
import { earlier, streamEnded, streamStarted } from '../events/event-status.ts';
import { findEvent } from '../recordings/find-event.ts';
import { recordingKey, type RecordingPlace } from '../recordings/recording.ts';
import { changeRecording, lockRecording, waitingRecordings } from '../recordings/recordings-repository.ts';
import { spanOf } from './span-of.ts';

interface Announced extends RecordingPlace {
  readonly channelArn: string;
}

/** IVS has begun to record. */
export async function recordingStarted(trx: Handle, fact: Announced, time: Date): Promise<string> {
  const recording = await announce(trx, fact, 'recording', time);
  await changeRecording(trx, recording.id, { started_at: earlier(recording.started_at, time) }, time);
  const event = await assign(trx, recording, time);
  if (!event) return waits(fact);
  // A recording is proof of a stream: its own notification may be lost.
  await setStanding(trx, event.id, streamStarted(standingOf(event), time), time);
  return `The recording ${fact.prefix} belongs to the event ${event.slug}.`;
}

export interface EndedRecording extends Announced {
  readonly durationMs: number;
  /** As the recording itself says. */
  readonly start: Date | undefined;
  /** Of the notification: after the end, by as long as IVS waits for the encoder to come back. */
  readonly time: Date;
}

/** IVS has finished recording: what there is can be published. */
export async function recordingEnded(trx: Handle, jobs: Jobs, fact: EndedRecording): Promise<string> {
  const { time, durationMs } = fact;
  const recording = await announce(trx, fact, 'ended', time);
  const known = fact.start ? earlier(recording.started_at, fact.start) : recording.started_at;
  const ended = {
    started_at: known,
    ended_at: time,
    duration_ms: durationMs,
    ...(recording.state === 'recording' && { state: 'ended' as const }),
  };
  await changeRecording(trx, recording.id, ended, time);
  // Where nobody has said when it began, the estimate is good enough to find its event, but no fact about that.
  const start = known ?? new Date(time.getTime() - durationMs);
  const event = await assign(trx, recording, start);
  if (!event) return waits(fact);
  const started = known ? streamStarted(standingOf(event), known) : standingOf(event);
  // The notification comes later than the end, by as long as IVS waited for the encoder to come back.
  const end = new Date(Math.min(time.getTime(), start.getTime() + durationMs));
  await setStanding(trx, event.id, streamEnded(started, end), time);
  await requestPublication(trx, jobs, recording);
  return `The recording ${fact.prefix} of the event ${event.slug} is to be published.`;
}

/** IVS could not finish recording: files may be there, or not. */
export async function recordingFailed(
  trx: Handle,
  fact: Announced & { readonly reason: string; readonly time: Date },
): Promise<string> {
  const { id, state } = await announce(trx, fact, 'recording', fact.time);
  if (state !== 'recording') return `The recording ${fact.prefix} is ${state} already.`;
  const problem = `Amazon IVS could not finish this recording (${fact.reason || 'no reason given'}).`;
  await changeRecording(trx, id, { state: 'failed', problem }, fact.time);
  return problem;
}

/** Asks for the recording's publication, which is one job however often it is asked for. */
export async function requestPublication(trx: Handle, jobs: Jobs, recording: RecordingRow): Promise<void> {
  await jobs.sendAtOnce(trx, 'publish-recording', recordingKey(recording), { recordingId: recording.id });
}

/**
 * Gives a recording the event of its channel that was on when it began, or a new one.
 * @returns the event; `undefined` when nobody knows the channel, and the recording waits.
 */
export async function assign(
  trx: Handle,
  recording: RecordingRow,
  start: Date,
): Promise<EventRow | undefined> {
  if (recording.event_id !== null) return readPublicEvent(trx, recording.event_id);
  const channel = await findChannel(trx, recording.channel_arn);
  if (!channel) return undefined;
  const events = await eventsOfChannel(trx, channel.arn);
  const event =
    findEvent(events.map(spanOf), start)?.row ?? (await createUnannounced(trx, channel, recording, start));
  const state = recording.ended_at || recording.state === 'ended' ? 'ended' : 'recording';
  const change = { event_id: event.id, shop: event.shop, problem: null, state } as const;
  await changeRecording(trx, recording.id, change, start);
  return event;
}

/** Nobody announced this show: it gets an event whose names come from the recording, so that it is the same one again. */
async function createUnannounced(
  trx: Handle,
  channel: ChannelRow,
  recording: RecordingRow,
  start: Date,
): Promise<EventRow> {
  const hash = createHash('sha256').update(recordingKey(recording)).digest('hex');
  return createEvent(
    trx,
    {
      id: `evt_${hash.slice(0, 18)}`,
      slug: `recording-${hash.slice(0, 12)}`,
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

async function announce(
  trx: Handle,
  { channelArn, bucket, prefix }: Announced,
  state: 'recording' | 'ended',
  time: Date,
): Promise<RecordingRow> {
  return lockRecording(trx, {
    bucket,
    prefix,
    channel_arn: channelArn,
    state,
    updated_at: time,
    ...(await waitState(trx, channelArn)),
  });
}

async function waitState(trx: Handle, channelArn: string) {
  if (await findChannel(trx, channelArn)) return {};
  return {
    state: 'waiting' as const,
    problem: `The channel ${channelArn} is unknown: add it, and this recording is published.`,
  };
}

const waits = ({ channelArn, prefix }: Announced): string =>
  `The recording ${prefix} waits: the channel ${channelArn} is unknown.`;

/** Takes up what waited for this channel to become known. */
export async function adoptRecordings(trx: Handle, jobs: Jobs, channelArn: string): Promise<void> {
  for (const recording of await waitingRecordings(trx, channelArn)) {
    const { started_at, ended_at, duration_ms, updated_at } = recording;
    const estimate = new Date((ended_at ?? updated_at).getTime() - (duration_ms ?? 0));
    const event = await assign(trx, recording, started_at ?? estimate);
    if (event && ended_at) await requestPublication(trx, jobs, recording);
  }
}
