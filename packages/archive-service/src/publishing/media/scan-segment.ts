import type { Readable } from 'node:stream';
import { AdtsFrames } from './adts-frames.ts';
import { CaptionFinder } from './caption-finder.ts';
import { CutFinder } from './cut-finder.ts';
import type { Cut, FoundCut, PesStart } from './cut-finder.ts';
import { eachChunk } from './each-chunk.ts';
import { NONE, PacketReader } from './ts-packets.ts';
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
  /** Where a player can enter, in order of their offsets; see `CutFinder`. */
  readonly cuts: readonly Cut[];
  /** Whether the pictures carry captions; `undefined` where they were not looked through. */
  readonly captions?: boolean | undefined;
}

/** What was seen in a file, or in a part of one. */
export interface SegmentFacts extends SegmentScan {
  readonly cuts: readonly FoundCut[];
  readonly pictures: number;
  readonly damagedTags: number;
}

/**
 * Reads a media file to its end, holding no more of it than a packet, and tells of each text in it.
 * @returns `undefined` where there is no video in it
 */
export async function scanSegment(
  body: Readable,
  onText: (text: MetadataText) => void,
): Promise<SegmentFacts | undefined> {
  const scanner = new SegmentScanner();
  await eachChunk(body, (chunk) => {
    scanner.push(chunk);
  });
  return scanner.finish(onText);
}

/** Takes a media file, or a part of one, in chunks as they come. */
export class SegmentScanner {
  readonly #packets: PacketReader;
  readonly #program = new ProgramMap();
  readonly #cuts = new CutFinder();
  readonly #video = new TrackTimes();
  readonly #audio = new TrackTimes();
  readonly #sound = new AdtsFrames();
  #captions: CaptionFinder | undefined;
  readonly #texts: MetadataText[] = [];
  readonly #id3 = new Id3Reader((text) => this.#texts.push(text));
  /** The first time stamp: all others are counted from it. */
  #reference: number | undefined;
  #bytes = 0;

  /** @param offset - where in the file the first byte lies */
  constructor(offset = 0) {
    this.#packets = new PacketReader((packet) => {
      this.#take(packet);
    }, offset);
  }

  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    this.#packets.push(chunk);
  }

  finish(onText: (text: MetadataText) => void): SegmentFacts | undefined {
    this.#packets.flush();
    this.#id3.flush();
    for (const text of this.#texts) onText({ ...text, pts: this.#counted(text.pts) });
    const [video, audio] = [this.#video, this.#audio];
    if (video.count === 0) return undefined;
    return {
      bytes: this.#bytes,
      start: Math.min(video.firstDts, audio.firstDts),
      firstPicture: video.firstPts,
      end: Math.max(video.end(), audio.end(this.#sound.duration || undefined)),
      pictures: video.count,
      cuts: this.#cuts.finish(),
      damagedTags: this.#id3.damaged,
      captions: this.#captions?.found === true,
    };
  }

  #take(packet: TsPacket): void {
    const kind = this.#program.take(packet);
    if (kind === undefined) return;
    const pes = kind === 'avc' || kind === 'hevc' || kind === 'audio' ? this.#pesOf(packet) : undefined;
    if (kind === 'id3') this.#id3.push(packet);
    else if (kind === 'audio') {
      if (pes) {
        this.#audio.add(pes.pts, pes.dts);
        this.#sound.restart();
      }
      this.#sound.push(packet.bytes, packet.begin + (pes?.dataAt ?? 0), packet.end);
    } else {
      if (pes) this.#video.add(pes.pts, pes.dts);
      if (kind === 'avc' || kind === 'hevc') {
        this.#captions ??= new CaptionFinder(kind);
        this.#captions.push(packet.bytes, packet.begin + (pes?.dataAt ?? 0), packet.end, packet.starts);
      }
    }
    this.#cuts.push(packet, kind, pes);
    if (kind === 'avc' || kind === 'hevc') {
      const isWanted = this.#cuts.isWaiting || this.#captions?.isWaiting === true;
      this.#packets.passOver = isWanted ? NONE : packet.pid;
    } else if (kind === 'pat' || kind === 'pmt') this.#packets.passOver = NONE;
  }

  #pesOf(packet: TsPacket): PesStart | undefined {
    const header = packet.starts ? readPesHeader(packet.bytes, packet.begin, packet.end) : undefined;
    return (
      header && { pts: this.#counted(header.pts), dts: this.#counted(header.dts), dataAt: header.dataAt }
    );
  }

  #counted(pts: number): number {
    return nearest(pts, (this.#reference ??= pts));
  }
}
