import type { Readable } from 'node:stream';
import { AdtsFrames } from './adts-frames.ts';
import { CutFinder } from './cut-finder.ts';
import type { Cut } from './cut-finder.ts';
import { PacketReader } from './ts-packets.ts';
import type { TsPacket } from './ts-packets.ts';
import { ProgramMap } from './program-map.ts';
import { readPesHeader } from './pes-header.ts';
import { nearest } from './pts.ts';
import { Id3Reader } from './segment-id3.ts';
import type { MetadataText } from './segment-id3.ts';
import { TrackTimes } from './track-times.ts';

/** What publishing needs to know of a media file, learnt in one reading. Times are ticks, already counted on where the 33 bits begin again. */
export interface SegmentScan {
  readonly bytes: number;
  /**
   * Where a player puts the file's beginning on its timeline: the lowest of the first audio PTS and the first video DTS (that is how hls.js
   * sees it; measured, see docs/decisions/0003).
   */
  readonly start: number;
  /** PTS of the first picture. */
  readonly firstPicture: number;
  /** Where the last picture or the last sound ends, whichever is later. */
  readonly end: number;
  readonly pictures: number;
  /** Where a player can enter, in order of their offsets; see `CutFinder`. */
  readonly cuts: readonly Cut[];
  readonly damagedTags: number;
}

/**
 * Reads a media file to its end, holding no more of it than a packet, and tells of each text in it.
 * @returns `undefined` where there is no video in it
 */
export async function scanSegment(
  body: Readable,
  onText: (text: MetadataText) => void,
): Promise<SegmentScan | undefined> {
  const packets = new PacketReader();
  const program = new ProgramMap();
  const cuts = new CutFinder();
  const video = new TrackTimes();
  const audio = new TrackTimes();
  let sound = new AdtsFrames();
  let reference: number | undefined;
  const counted = (pts: number): number => nearest(pts, (reference ??= pts));
  const texts: MetadataText[] = [];
  const id3 = new Id3Reader((text) => texts.push(text));
  let bytes = 0;

  const take = (packet: TsPacket): void => {
    const kind = program.take(packet);
    if (kind === undefined) return;
    const isPicture = kind === 'avc' || kind === 'hevc';
    const header =
      packet.starts && (isPicture || kind === 'audio') ? readPesHeader(packet.payload) : undefined;
    const times = header && { pts: counted(header.pts), dts: counted(header.dts) };
    if (kind === 'id3') id3.push(packet);
    if (times) (isPicture ? video : audio).add(times.pts, times.dts);
    if (kind === 'audio') {
      if (times) sound = new AdtsFrames();
      sound.push(packet.payload.subarray(header?.dataAt ?? 0));
    }
    cuts.push({ ...packet, kind, times, dataAt: header?.dataAt ?? 0 });
  };
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    for (const packet of packets.push(chunk)) take(packet);
  }
  for (const packet of packets.flush()) take(packet);
  id3.flush();
  for (const text of texts) onText({ ...text, pts: counted(text.pts) });
  if (video.count === 0) return undefined;
  return {
    bytes,
    start: Math.min(video.firstDts, audio.firstDts),
    firstPicture: video.firstPts,
    end: Math.max(video.end(), audio.end(sound.duration || undefined)),
    pictures: video.count,
    cuts: cuts.finish(),
    damagedTags: id3.damaged,
  };
}
