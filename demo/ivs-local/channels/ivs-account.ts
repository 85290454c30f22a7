import { IvsError } from '../control-api/ivs-errors.ts';
import type { Channel, RecordingConfiguration } from './channel.ts';
import type { ChannelSession } from './channel-session.ts';
import { randomId } from './ids.ts';

/** S3's rule. A name is also a folder's: it must not lead out of the one that holds all buckets. */
const BUCKET_NAME = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

export interface NewChannel {
  readonly name?: string;
  readonly latencyMode?: 'LOW' | 'NORMAL';
  readonly type?: string;
  readonly recordingConfigurationArn?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** The resources of one account in one region, in memory. Finding throws IVS's own errors. */
export class IvsAccount {
  readonly accountId: string;
  readonly region: string;
  readonly channels = new Map<string, Channel>();
  readonly recordingConfigurations = new Map<string, RecordingConfiguration>();
  /** The latest time on air of each channel, by ARN. */
  readonly sessions = new Map<string, ChannelSession>();
  readonly #playbackUrl: (channelId: string) => string;

  constructor(accountId: string, region: string, playbackUrl: (channelId: string) => string) {
    this.accountId = accountId;
    this.region = region;
    this.#playbackUrl = playbackUrl;
  }

  createChannel(wanted: NewChannel): Channel {
    const recordingConfigurationArn = wanted.recordingConfigurationArn ?? '';
    if (recordingConfigurationArn !== '') this.recordingConfiguration(recordingConfigurationArn);
    const id = randomId(12);
    const channel: Channel = {
      arn: this.#arn('channel', id),
      id,
      name: wanted.name ?? '',
      latencyMode: wanted.latencyMode ?? 'LOW',
      type: wanted.type ?? 'STANDARD',
      recordingConfigurationArn,
      playbackUrl: this.#playbackUrl(id),
      tags: wanted.tags ?? {},
    };
    this.channels.set(channel.arn, channel);
    return channel;
  }

  createRecordingConfiguration(wanted: Omit<RecordingConfiguration, 'arn'>): RecordingConfiguration {
    if (!BUCKET_NAME.test(wanted.bucketName)) {
      throw new IvsError(
        'ValidationException',
        `bucketName is ${JSON.stringify(wanted.bucketName)}; it must be the name of a bucket: 3 to 63 small letters, digits, dots and hyphens`,
      );
    }
    const configuration = { ...wanted, arn: this.#arn('recording-configuration', randomId(12)) };
    this.recordingConfigurations.set(configuration.arn, configuration);
    return configuration;
  }

  channel(arn: string): Channel {
    const channel = this.channels.get(arn);
    if (channel === undefined) throw new IvsError('ResourceNotFoundException', `Resource: ${arn} not found`);
    return channel;
  }

  channelById(id: string): Channel | undefined {
    return this.channels.get(this.#arn('channel', id));
  }

  recordingConfiguration(arn: string): RecordingConfiguration {
    const configuration = this.recordingConfigurations.get(arn);
    if (configuration === undefined)
      throw new IvsError('ResourceNotFoundException', `Resource: ${arn} not found`);
    return configuration;
  }

  /** The session of a channel that is sending now. */
  sessionOnAir(arn: string): ChannelSession {
    this.channel(arn);
    const session = this.sessions.get(arn);
    if (session?.air.sending !== true) {
      throw new IvsError('ChannelNotBroadcasting', `Channel: ${arn} is not broadcasting`);
    }
    return session;
  }

  #arn(kind: string, id: string): string {
    return `arn:aws:ivs:${this.region}:${this.accountId}:${kind}/${id}`;
  }
}
