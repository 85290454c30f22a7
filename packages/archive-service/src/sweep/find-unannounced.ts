import type { ChannelRow } from '../database/tables.ts';
import { findChannel } from '../channels/channels-repository.ts';
import { ServiceError } from '../errors.ts';
import { readRecordingText } from '../recordings/open-recording.ts';
import { readRecordingEnded } from '../recordings/recording-ended.ts';
import { recordedTime } from '../recordings/recorded-time.ts';
import { readRecordingFacts } from '../recordings/recording-facts.ts';
import type { RecordingPlace } from '../recordings/recording.ts';
import { findRecording } from '../recordings/recordings-repository.ts';
import type { Services } from '../services.ts';
import { hearOfRecording } from './hear-of-recording.ts';
import { placesOfChannel } from './places-of-channel.ts';
import { recordingBuckets } from './recording-buckets.ts';
import type { Look, Report } from './sweep.ts';

/** Channels that one sweep looks at: the others have their turn in the next. */
const CHANNELS = 50;

/** Milliseconds that the first look at a channel reaches back; the longest that any does. */
const FIRST = 3 * 86_400_000;
const FARTHEST = 31 * 86_400_000;

/** Milliseconds by which each look overlaps the last one. */
const OVERLAP = 3_600_000;

/** Looks through the buckets for recordings of our channels that nobody has announced. */
export const findUnannounced: Look = async (services, report, signal) => {
  const { db } = services;
  const channels = await db
    .selectFrom('channels')
    .selectAll()
    // Not by what was seen: where one bucket cannot be read, of no channel all is seen.
    .orderBy('looked_at', (order) => order.asc().nullsFirst())
    .limit(CHANNELS)
    .execute();
  const buckets = await recordingBuckets(services, signal);
  for (const channel of channels) {
    signal.throwIfAborted();
    const now = new Date();
    const since = sinceWhen(channel, now);
    // As long as no bucket is known, nothing has been looked at.
    let isWhole = buckets.length > 0;
    for (const bucket of buckets) {
      try {
        await lookThrough(services, channel, { bucket, since, now }, report, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        isWhole = false;
        report('failures', { err: error, bucket, channel: channel.arn });
      }
    }
    await db
      .updateTable('channels')
      // Otherwise the same time is looked at again.
      .set({ looked_at: now, ...(isWhole && { swept_at: now }) })
      .where('arn', '=', channel.arn)
      .execute();
  }
};

function sinceWhen({ swept_at }: ChannelRow, now: Date): Date {
  const from = swept_at === null ? now.getTime() - FIRST : swept_at.getTime() - OVERLAP;
  return new Date(Math.max(from, now.getTime() - FARTHEST));
}

async function lookThrough(
  services: Services,
  { arn }: ChannelRow,
  { bucket, since, now }: { readonly bucket: string; readonly since: Date; readonly now: Date },
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const store = services.openRecordings(bucket);
  for await (const prefix of placesOfChannel(store, arn, { since, now }, signal)) {
    const place = { bucket, prefix };
    if (await findRecording(services.db, place)) continue;
    const outcome = await take(services, place, signal).catch((error: unknown) => {
      // Seen again each time; it must not keep others from being seen.
      if (!(error instanceof ServiceError) || !NO_RECORDING.has(error.code)) throw error;
      services.log.warn({ err: error, ...place }, 'what lies there is no recording');
      return undefined;
    });
    if (outcome !== undefined) report('recordings unannounced', { bucket, recording: prefix, outcome });
  }
}

const NO_RECORDING = new Set<string>(['RECORDING_INVALID', 'STORE_KEY_INVALID']);

/** What lies there is known by what it says of itself; its path only led to it. */
async function take(
  services: Services,
  place: RecordingPlace,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { db, openRecordings } = services;
  const said = await readRecordingFacts(openRecordings, place, signal);
  if (said) {
    const { channelArn, endedAt, durationMs = 0, failure } = said;
    if (channelArn === undefined || !(await findChannel(db, channelArn))) return undefined;
    const fact = { kind: 'recording-end' as const, ...place, channelArn, durationMs, failure };
    return hearOfRecording(services, fact, endedAt ?? new Date(), said);
  }
  const key = `${place.prefix}/events/recording-started.json`;
  const content = await readRecordingText(openRecordings(place.bucket), key, signal);
  if (content === undefined) return undefined;
  const { channel_arn: channelArn, recording_started_at } = readRecordingEnded(content, key);
  const start = recordedTime(recording_started_at);
  if (channelArn === undefined || !start) return undefined;
  if (!(await findChannel(db, channelArn))) return undefined;
  return hearOfRecording(services, { kind: 'recording-start', ...place, channelArn }, start);
}
