import { getId3Frames } from '@svta/cml-id3';
import { isKeyframe } from '../stream/h264-units.ts';
import { readTransportStream } from '../stream/read-transport-stream.ts';

/** An ID3 frame as an independent reader finds it. */
export interface ReadTag {
  readonly pts: number;
  readonly key: string;
  /** Owner of a PRIV frame, description of a TXXX frame. */
  readonly info: string;
  readonly text: string;
}

export interface ReadSegment {
  readonly pictures: readonly number[];
  readonly keyframes: number;
  readonly audio: readonly number[];
  readonly tags: readonly ReadTag[];
}

/** What mux.js and cml-id3, which know nothing of our writer, find in a segment. */
export function readSegment(bytes: Uint8Array): ReadSegment {
  const { video, audio, metadata } = readTransportStream(bytes);
  return {
    pictures: video.map(({ pts }) => pts),
    keyframes: video.filter(({ data }) => isKeyframe(data)).length,
    audio: audio.map(({ pts }) => pts),
    tags: metadata.flatMap(({ pts, data }) =>
      getId3Frames(data).map((frame) => ({
        pts,
        key: frame.key,
        info: String('info' in frame ? frame.info : ''),
        text:
          typeof frame.data === 'string'
            ? frame.data
            : Buffer.from(frame.data as ArrayBuffer).toString('utf8'),
      })),
    ),
  };
}

export interface ReadPacket {
  readonly pid: number;
  readonly counter: number;
  readonly start: boolean;
  readonly hasPayload: boolean;
  readonly discontinuity: boolean;
  readonly randomAccess: boolean;
}

/** The transport packets' own headers. */
export function readPackets(bytes: Uint8Array): ReadPacket[] {
  const packets: ReadPacket[] = [];
  for (let at = 0; at < bytes.length; at += 188) {
    const [sync, high = 0, low = 0, control = 0, fieldLength = 0, flags = 0] = bytes.subarray(at, at + 6);
    if (sync !== 0x47) throw new Error(`no sync byte at ${at}`);
    const hasField = (control & 0x20) !== 0 && fieldLength > 0;
    packets.push({
      pid: ((high & 0x1f) << 8) | low,
      counter: control & 0x0f,
      start: (high & 0x40) !== 0,
      hasPayload: (control & 0x10) !== 0,
      discontinuity: hasField && (flags & 0x80) !== 0,
      randomAccess: hasField && (flags & 0x40) !== 0,
    });
  }
  return packets;
}
