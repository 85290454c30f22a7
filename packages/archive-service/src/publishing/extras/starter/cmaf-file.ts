import { BufferTarget, CmafOutputFormat, Output } from 'mediabunny';
import { EncodedAudioPacketSource, EncodedVideoPacketSource } from 'mediabunny';
import { TICKS_PER_SECOND } from '../../media/pts.ts';
import type { Demuxed } from './demux.ts';
import { withoutClock } from './without-clock.ts';

/** A track as one file: the header, and one fragment with all of it. */
export interface CmafFile {
  readonly bytes: Uint8Array;
  /** With codecs, as MediaSource takes it. */
  readonly mime: string;
}

export async function videoFile({ codec, config, packets }: Demuxed['video']): Promise<CmafFile> {
  const source = new EncodedVideoPacketSource(codec);
  const bytes = await written(
    // The library derives the time scale from it: this one has MPEG-TS's own ticks, and no time is rounded.
    (output) => {
      output.addVideoTrack(source, { frameRate: TICKS_PER_SECOND });
    },
    async () => {
      for (const packet of packets) await source.add(packet, { decoderConfig: config });
    },
  );
  return { bytes, mime: `video/mp4; codecs="${config.codec}"` };
}

export async function audioFile({
  codec,
  config,
  packets,
}: NonNullable<Demuxed['audio']>): Promise<CmafFile> {
  const source = new EncodedAudioPacketSource(codec);
  const bytes = await written(
    (output) => {
      output.addAudioTrack(source);
    },
    async () => {
      for (const packet of packets) await source.add(packet, { decoderConfig: config });
    },
  );
  return { bytes, mime: `audio/mp4; codecs="${config.codec}"` };
}

async function written(
  addTrack: (output: Output) => void,
  addPackets: () => Promise<void>,
): Promise<Uint8Array> {
  const [head, body] = [new BufferTarget(), new BufferTarget()];
  const output = new Output({ format: new CmafOutputFormat(), target: body, initTarget: head });
  addTrack(output);
  await output.start();
  await addPackets();
  await output.finalize();
  const parts = [head, body].map(({ buffer }) => new Uint8Array(buffer ?? new ArrayBuffer(0)));
  return withoutClock(Buffer.concat(parts));
}
