import m2ts, { type ElementaryData } from 'mux.js/cjs/m2ts/m2ts.js';

/** One PES packet's payload with its time in 90 kHz ticks. */
export interface AccessUnit {
  readonly pts: number;
  readonly data: Uint8Array;
}

export interface ElementaryStreams {
  /** One entry for each picture, in Annex B form. */
  readonly video: readonly AccessUnit[];
  /** One entry for each PES packet; each may hold several ADTS frames. */
  readonly audio: readonly AccessUnit[];
  /** One entry for each ID3 tag (stream type 0x15). */
  readonly metadata: readonly AccessUnit[];
}

/** Takes an MPEG-TS file with one H.264, at most one AAC and at most one ID3 stream apart. */
export function readTransportStream(bytes: Uint8Array): ElementaryStreams {
  const video: AccessUnit[] = [];
  const audio: AccessUnit[] = [];
  const metadata: AccessUnit[] = [];
  const lists: Partial<Record<ElementaryData['type'], AccessUnit[]>> = {
    video,
    audio,
    'timed-metadata': metadata,
  };
  const packets = new m2ts.TransportPacketStream();
  const elementary = packets.pipe(new m2ts.TransportParseStream()).pipe(new m2ts.ElementaryStream());
  elementary.on('data', ({ type, pts, data }) => lists[type]?.push({ pts, data }));
  packets.push(bytes);
  packets.flush();
  return { video, audio, metadata };
}
