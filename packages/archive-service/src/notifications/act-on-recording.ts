import type { Jobs } from '../database/jobs.ts';
import type { Handle, RecordingRow } from '../database/tables.ts';
import { requestPublication } from '../publishing/request-publication.ts';
import type { RecordingFacts } from '../recordings/recording-facts.ts';
import { changeRecording, waitingRecordings } from '../recordings/recordings-repository.ts';
import type { RecordingFact } from './fact.ts';
import { noteRecording } from './note-recording.ts';
import { settleChannel } from './settle-channel.ts';

/**
 * Acts on what was heard of a recording, by notification or by looking. The caller holds the lock of the channel.
 *
 * @param said - what the recording's own files say
 * @returns what came of it, in a sentence
 */
export async function actOnRecording(
  trx: Handle,
  jobs: Jobs,
  fact: RecordingFact,
  time: Date,
  said: RecordingFacts | undefined,
): Promise<string> {
  const { prefix, channelArn } = fact;
  const { recording, isNews } = await noteRecording(trx, fact, time, said);
  const settled = await settleChannel(trx, jobs, recording.channel_arn, momentOf(recording));
  if (!settled) {
    const problem = `The channel ${recording.channel_arn} is unknown: add it, and this recording is published.`;
    await changeRecording(trx, recording.id, { problem }, time);
    return `The recording ${prefix} waits: the channel ${channelArn} is unknown.`;
  }
  const event = settled.events.get(settled.history.places.get(recording.id) ?? '');
  if (!event) return `The recording ${prefix} has no event any longer: it was removed.`;
  if (fact.kind === 'recording-start') return `The recording ${prefix} belongs to the event ${event.slug}.`;

  const failed = recording.failure === null ? '' : ` Amazon IVS could not finish it (${recording.failure}).`;
  if (!isNews && recording.state === 'published')
    return `The recording ${prefix} of the event ${event.slug} has been published.${failed}`;
  if (!settled.requested.has(event.id)) await requestPublication(trx, jobs, event.id);
  return `The recording ${prefix} of the event ${event.slug} is to be published.${failed}`;
}

/** Takes up what waited for this channel to become known. The caller holds the lock of the channel. */
export async function adoptRecordings(trx: Handle, jobs: Jobs, channelArn: string): Promise<void> {
  const waiting = await waitingRecordings(trx, channelArn);
  const moments = waiting.map((recording) => momentOf(recording).getTime());
  if (moments.length > 0) await settleChannel(trx, jobs, channelArn, new Date(Math.min(...moments)));
}

const momentOf = ({ started_at, ended_at, duration_ms, updated_at }: RecordingRow): Date =>
  started_at ?? (ended_at ? new Date(ended_at.getTime() - (duration_ms ?? 0)) : updated_at);
