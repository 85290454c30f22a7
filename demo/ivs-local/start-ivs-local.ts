import cors from '@fastify/cors';
import fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import type { FinishedRecording } from './channels/channel-session.ts';
import { controlApi } from './control-api/control-api.ts';
import { checkMetadata } from './control-api/put-metadata.ts';
import { IvsLocalCore } from './ivs-local.ts';
import type { ChannelOptions, GoLiveOptions, IvsLocalOptions } from './ivs-local-options.ts';
import type { JournalEntry, LostText } from './journal/journal.ts';
import { localControl } from './local-control/local-control.ts';
import { mishapsOf, type Mishaps } from './mishaps/mishaps.ts';
import type { Delivery } from './notifications/delivery.ts';
import type { Notification } from './notifications/envelope.ts';
import type { FinishedRecordingScript, WrittenRecording } from './recording/write-finished.ts';
import { loadClip } from './stream/clip.ts';
import { playbackRoutes } from './stream/playback-routes.ts';
import type { PicturePosition } from './stream/take.ts';

export type { ChannelOptions, GoLiveOptions, IvsLocalOptions } from './ivs-local-options.ts';
export type { JournalEntry, LostText } from './journal/journal.ts';
export type { Mishaps } from './mishaps/mishaps.ts';

/** A running stand-in for Amazon IVS. Methods that name an unknown channel throw IVS's own errors. */
export interface IvsLocal {
  /** Origin of the control API (for AWS_ENDPOINT_URL_IVS), of playback and of local control. */
  readonly url: string;
  createChannel(name: string, options?: ChannelOptions): Promise<{ arn: string; playbackUrl: string }>;
  goLive(arn: string, options?: GoLiveOptions): Promise<{ streamId: string; startedAt: number }>;
  /** Resolves when viewers can load the stream. */
  playable(arn: string): Promise<void>;
  /** Resolves when the recording is complete; undefined where the channel is not recorded. */
  stopStream(arn: string): Promise<FinishedRecording | undefined>;
  /** The same as PutMetadata without its call limit; answers where the text will stand (undefined: a mishap blocks it). */
  putMetadata(arn: string, text: string): PicturePosition | undefined;
  /** The texts that stand in the segments made so far. */
  journal(arn: string): readonly JournalEntry[];
  /** The texts that mishaps have swallowed. */
  lost(arn: string): readonly LostText[];
  /** The picture that comes next. */
  position(arn: string): PicturePosition;
  recordings(arn: string): readonly FinishedRecording[];
  mishaps(arn: string): Mishaps;
  /** Writes a recording of any length faster than real time; `deliver` sends its notification too. */
  writeFinishedRecording(
    options: FinishedRecordingScript & { readonly channelArn: string; readonly deliver?: boolean },
  ): Promise<WrittenRecording>;
  /** Sends a notification, such as one that `writeFinishedRecording` gave back, by EventBridge's rules. */
  notify(notification: Notification): void;
  /** Every notification so far and what became of it. */
  readonly deliveries: readonly Delivery[];
  /** Resolves when no notification is on its way any more. */
  notified(): Promise<void>;
  close(): Promise<void>;
}

export async function startIvsLocal(options: IvsLocalOptions): Promise<IvsLocal> {
  const clip = await loadClip(options.clip);
  const app = fastify({ forceCloseConnections: true, bodyLimit: 1024 * 1024 });
  let url = '';
  const core = new IvsLocalCore(options, clip, (id) => `${url}/hls/${id}/master.m3u8`);
  await app.register(cors, { origin: '*', methods: ['GET', 'HEAD', 'POST', 'OPTIONS'] });
  await app.register(controlApi, { core });
  await app.register(localControl, { core });
  playbackRoutes(app, core.account, clip, core.clock);
  const host = options.host ?? '127.0.0.1';
  await app.listen({ host, port: options.port ?? 0 });
  const { port } = app.server.address() as AddressInfo;
  url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= core.close().then(() => app.close()));
  if (options.signal?.aborted === true) await close();
  options.signal?.addEventListener('abort', () => void close(), { once: true });
  return {
    url,
    createChannel: async (name, wanted) => {
      const { arn, playbackUrl } = core.createChannel(name, wanted);
      return { arn, playbackUrl };
    },
    goLive: async (arn, wanted) => {
      const { air } = core.goLive(arn, wanted);
      return { streamId: air.streamId, startedAt: air.startedAt };
    },
    playable: (arn) => core.session(arn).playable,
    stopStream: (arn) => core.stopStream(arn),
    putMetadata(arn, text) {
      checkMetadata(text);
      return core.account.sessionOnAir(arn).air.putMetadata(text);
    },
    journal: (arn) => core.session(arn).journal,
    lost: (arn) => core.session(arn).air.lost,
    position: (arn) => core.session(arn).air.position(),
    recordings: (arn) => core.session(arn).recordings,
    mishaps: (arn) => mishapsOf(core.session(arn)),
    writeFinishedRecording: async ({ channelArn, deliver = false, ...show }) => {
      const written = await core.writeFinishedRecording(channelArn, show);
      if (deliver) core.notifier.send(written.notification);
      return written;
    },
    notify: (notification) => core.notifier.send(notification),
    deliveries: core.notifier.deliveries,
    notified: () => core.notifier.settled(),
    close,
  };
}
