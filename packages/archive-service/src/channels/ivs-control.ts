import {
  ChannelNotBroadcasting,
  GetChannelCommand,
  IvsClient,
  PutMetadataCommand,
  ResourceNotFoundException,
  ThrottlingException,
} from '@aws-sdk/client-ivs';
import { ServiceError, messageOf } from '../errors.ts';

export type PutResult = 'sent' | 'off-air' | 'throttled';

/** What we ask of Amazon IVS. */
export interface IvsControl {
  /** @returns the URL of the live multivariant playlist. @throws ServiceError `CHANNEL_NOT_FOUND`, `IVS_FAILED` */
  playbackUrl(channelArn: string): Promise<string>;
  /** Writes a text into the stream that is on air. @throws ServiceError `IVS_FAILED` */
  putMetadata(channelArn: string, text: string): Promise<PutResult>;
  close(): void;
}

/** Milliseconds: a highlight that takes longer is tried again with the next repeat. */
const TIMEOUT = 4_000;

/** The only user of the IVS client. Endpoint and credentials are the SDK's own settings; the region is in each ARN. */
export function createIvsControl(): IvsControl {
  const clients = new Map<string, IvsClient>();

  function clientFor(channelArn: string): IvsClient {
    const region = channelArn.split(':')[3] ?? '';
    let client = clients.get(region);
    if (!client) {
      client = new IvsClient({
        ...(region && { region }),
        // A throttled cue is not repeated by the SDK: by then there may be a newer one.
        maxAttempts: 1,
        requestHandler: { requestTimeout: TIMEOUT, connectionTimeout: TIMEOUT },
      });
      clients.set(region, client);
    }
    return client;
  }

  return {
    async playbackUrl(channelArn) {
      try {
        const { channel } = await clientFor(channelArn).send(new GetChannelCommand({ arn: channelArn }));
        if (channel?.playbackUrl) return channel.playbackUrl;
      } catch (error) {
        if (error instanceof ResourceNotFoundException) {
          throw new ServiceError('CHANNEL_NOT_FOUND', `Amazon IVS has no channel ${channelArn}.`, {
            cause: error,
          });
        }
        throw ivsFailed('GetChannel', error);
      }
      throw new ServiceError('IVS_FAILED', `Amazon IVS named no playback URL for ${channelArn}.`);
    },

    async putMetadata(channelArn, text) {
      try {
        await clientFor(channelArn).send(new PutMetadataCommand({ channelArn, metadata: text }));
        return 'sent';
      } catch (error) {
        if (error instanceof ChannelNotBroadcasting) return 'off-air';
        if (error instanceof ThrottlingException) return 'throttled';
        throw ivsFailed('PutMetadata', error);
      }
    },

    close() {
      for (const client of clients.values()) client.destroy();
    },
  };
}

function ivsFailed(operation: string, error: unknown): ServiceError {
  const name = error instanceof Error ? error.name : 'Error';
  return new ServiceError(
    'IVS_FAILED',
    `Amazon IVS answered ${operation} with ${name}: ${messageOf(error)}`,
    {
      cause: error,
    },
  );
}
