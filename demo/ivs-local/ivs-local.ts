import { fileURLToPath } from 'node:url';
import type { Channel } from './channels/channel.ts';
import { ChannelSession, type FinishedRecording } from './channels/channel-session.ts';
import { systemClock } from './channels/clock.ts';
import { IvsAccount } from './channels/ivs-account.ts';
import { IvsError } from './control-api/ivs-errors.ts';
import type { ChannelOptions, GoLiveOptions, IvsLocalOptions } from './ivs-local-options.ts';
import type { RecordingFaults } from './mishaps/recording-faults.ts';
import { Notifier } from './notifications/notifier.ts';
import { EVENTBRIDGE_RETRIES } from './notifications/retry-rules.ts';
import { folderStore } from './recording/folder-store.ts';
import { Recorder } from './recording/recorder.ts';
import type { RecordingStore } from './recording/recording-store.ts';
import { s3Store } from './recording/s3-store.ts';
import {
  writeFinished,
  type FinishedRecordingScript,
  type WrittenRecording,
} from './recording/write-finished.ts';
import type { Clip } from './stream/clip.ts';

const DEFAULT_BUCKET = 'ivs-local-recordings';

/** All that the stand-in does, apart from HTTP. */
export class IvsLocalCore {
  readonly account: IvsAccount;
  readonly clip: Clip;
  readonly clock = systemClock;
  readonly notifier: Notifier;
  readonly #options: IvsLocalOptions;
  readonly #store: (RecordingStore & { close?: () => void }) | undefined;
  readonly #closing = new AbortController();

  constructor(options: IvsLocalOptions, clip: Clip, playbackUrl: (channelId: string) => string) {
    this.#options = options;
    this.clip = clip;
    this.account = new IvsAccount(
      options.accountId ?? '123456789012',
      options.region ?? 'eu-central-1',
      playbackUrl,
    );
    this.#store = openStore(options.recordings);
    const policy = { ...EVENTBRIDGE_RETRIES, ...options.retries };
    this.notifier = new Notifier(options.notifications, policy, this.#closing.signal);
  }

  /** A channel with a recording configuration of its own bucket, if recordings have a place to go. */
  createChannel(name: string, options: ChannelOptions = {}): Channel {
    const bucketName = options.bucket === undefined ? DEFAULT_BUCKET : options.bucket;
    if (bucketName === null || this.#store === undefined) return this.account.createChannel({ name });
    const { arn } = this.account.createRecordingConfiguration({
      name,
      bucketName,
      recordingReconnectWindowSeconds: options.recordingReconnectWindowSeconds ?? 60,
      thumbnailIntervalSeconds: options.thumbnailIntervalSeconds ?? 10,
      tags: {},
    });
    return this.account.createChannel({ name, recordingConfigurationArn: arn });
  }

  goLive(arn: string, options: GoLiveOptions = {}): ChannelSession {
    const channel = this.account.channel(arn);
    const before = this.account.sessions.get(arn);
    if (before !== undefined && before.air.endedAt === 0) {
      throw new IvsError('ConflictException', `Channel: ${arn} is on air already`);
    }
    const configuration = this.account.recordingConfigurations.get(channel.recordingConfigurationArn);
    const session = new ChannelSession({
      channel,
      clip: this.clip,
      clock: this.clock,
      notifier: this.notifier,
      windowSegments: this.#options.windowSegments ?? 12,
      fromFrame: options.fromFrame ?? 0,
      prerollSeconds: options.prerollSeconds ?? 0,
      timestampOffset: options.timestampOffset ?? 0,
      reconnectWindowSeconds: configuration?.recordingReconnectWindowSeconds ?? 0,
      newRecorder: (startedAt, faults) => this.#newRecorder(channel, startedAt, faults, true),
      signal: this.#closing.signal,
      ...(options.faults && { faults: options.faults }),
    });
    this.account.sessions.set(arn, session);
    session.start();
    return session;
  }

  /** Resolves with the recording once it is complete in the store; undefined where the channel is not recorded. */
  stopStream(arn: string): Promise<FinishedRecording | undefined> {
    return this.session(arn).stop();
  }

  /** The latest time on air of a channel. */
  session(arn: string): ChannelSession {
    this.account.channel(arn);
    const session = this.account.sessions.get(arn);
    if (session === undefined)
      throw new IvsError('ChannelNotBroadcasting', `Channel: ${arn} was never on air`);
    return session;
  }

  /** Faster than real time; sends no notification by itself. */
  writeFinishedRecording(arn: string, show: FinishedRecordingScript): Promise<WrittenRecording> {
    const channel = this.account.channel(arn);
    return writeFinished(show, this.clip, channel, (startedAt, faults) => {
      const recorder = this.#newRecorder(channel, startedAt, faults, false);
      if (recorder === undefined) {
        throw new Error(
          `${channel.name} is not recorded: start with the option "recordings" and give it a bucket`,
        );
      }
      return recorder;
    });
  }

  /** Ends every stream and every delivery. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([...this.account.sessions.values()].map((session) => session.stop()));
    await this.notifier.settled();
    this.#store?.close?.();
  }

  #newRecorder(
    channel: Channel,
    startedAt: number,
    faults: RecordingFaults,
    growing: boolean,
  ): Recorder | undefined {
    const configuration = this.account.recordingConfigurations.get(channel.recordingConfigurationArn);
    if (this.#store === undefined || configuration === undefined) return undefined;
    return new Recorder({
      store: this.#store,
      bucket: configuration.bucketName,
      accountId: this.account.accountId,
      channelArn: channel.arn,
      channelId: channel.id,
      clip: this.clip,
      startedAt,
      thumbnailIntervalSeconds: configuration.thumbnailIntervalSeconds,
      faults,
      growing,
    });
  }
}

function openStore(
  recordings: IvsLocalOptions['recordings'],
): (RecordingStore & { close?: () => void }) | undefined {
  if (recordings === undefined) return undefined;
  if (typeof recordings !== 'string') return s3Store(recordings);
  if (!recordings.startsWith('file:')) {
    throw new Error(`recordings is "${recordings}"; it must be a file: URL of a folder, or S3 settings`);
  }
  return folderStore(fileURLToPath(recordings));
}
