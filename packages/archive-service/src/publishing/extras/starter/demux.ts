import { BufferSource, EncodedPacketSink, Input, Logging, LogLevel, MPEG_TS } from 'mediabunny';
import type { AudioCodec, EncodedPacket, InputTrack, VideoCodec } from 'mediabunny';
import { nearest, TICKS_PER_SECOND } from '../../media/pts.ts';
import type { Beginning } from './read-beginning.ts';

// The library prints what it finds strange: IVS's timed metadata, for a start.
Logging.level = LogLevel.Silent;

/** One track of a beginning. Packets have times of the archive, in seconds, and are in the order of decoding. */
export interface DemuxedTrack<Codec, Config> {
  readonly codec: Codec;
  readonly config: Config;
  readonly packets: readonly EncodedPacket[];
}

export interface Demuxed {
  readonly video: DemuxedTrack<VideoCodec, VideoDecoderConfig>;
  readonly audio: DemuxedTrack<AudioCodec, AudioDecoderConfig> | undefined;
}

/**
 * Takes a piece of MPEG-TS apart.
 * @returns `undefined` where there is no picture in it that the library knows
 */
export async function demux(beginning: Beginning): Promise<Demuxed | undefined> {
  using input = new Input({ source: new BufferSource(beginning.media), formats: [MPEG_TS] });
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  const videoCodec = await video?.getCodec();
  const videoConfig = await video?.getDecoderConfig();
  if (!video || !videoCodec || !videoConfig) return undefined;
  const audioCodec = await audio?.getCodec();
  const audioConfig = await audio?.getDecoderConfig();
  return {
    video: {
      codec: videoCodec,
      config: videoConfig,
      packets: await packetsOf(video, beginning.origin),
    },
    audio:
      audio && audioCodec && audioConfig
        ? { codec: audioCodec, config: audioConfig, packets: await packetsOf(audio, beginning.origin) }
        : undefined,
  };
}

async function packetsOf(track: InputTrack, origin: number): Promise<readonly EncodedPacket[]> {
  const packets: EncodedPacket[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) {
    // Back to the exact ticks, of which there are 33 bits.
    const pts = nearest(Math.round(packet.timestamp * TICKS_PER_SECOND), origin);
    packets.push(packet.clone({ timestamp: (pts - origin) / TICKS_PER_SECOND }));
  }
  return packets;
}
