import { getId3Frames } from '@svta/cml-id3';
import { endsWithin } from './id3-extent.ts';
import { readPesHeader } from './pes-header.ts';
import type { TsPacket } from './ts-packets.ts';

/** A text that the stream carries at a time. */
export interface MetadataText {
  /** 90 kHz ticks. */
  readonly pts: number;
  /** A PRIV frame's owner, or a TXXX frame's description. */
  readonly owner: string;
  readonly text: string;
}

/** A metadata packet of unknown length ends where the next begins; one that never ends is damaged. IVS's have about 1 kB. */
const TAG_MAX_BYTES = 256 * 1024;

/**
 * Collects the ID3 tags of one stream of a segment, across packets. What cannot be read is counted and left out: a damaged tag costs
 * itself and nothing else.
 */
export class Id3Reader {
  readonly #onText: (text: MetadataText) => void;
  #open: { pts: number; bytes: number; readonly parts: Uint8Array[]; size: number } | undefined;
  /** Tags that could not be read. */
  damaged = 0;

  constructor(onText: (text: MetadataText) => void) {
    this.#onText = onText;
  }

  push(packet: TsPacket): void {
    if (packet.starts) {
      this.flush();
      const header = readPesHeader(packet.bytes, packet.begin, packet.end);
      if (!header) {
        this.damaged += 1;
        return;
      }
      this.#open = { pts: header.pts, bytes: header.dataBytes, parts: [], size: 0 };
      this.#add(packet.payload.subarray(header.dataAt));
    } else this.#add(packet.payload);
  }

  /** Reads what has come of the last tag; to be called at the segment's end. */
  flush(): void {
    const tag = this.#open;
    this.#open = undefined;
    if (!tag) return;
    const data = Buffer.concat(tag.parts);
    if (data.length < tag.bytes) this.damaged += 1;
    else this.#read(tag.pts, tag.bytes === 0 ? data : data.subarray(0, tag.bytes));
  }

  #add(data: Uint8Array): void {
    const tag = this.#open;
    if (!tag) return;
    // A copy: the packet's memory is used again.
    tag.parts.push(Uint8Array.prototype.slice.call(data));
    tag.size += data.length;
    if (tag.size > TAG_MAX_BYTES) {
      this.#open = undefined;
      this.damaged += 1;
    } else if (tag.bytes > 0 && tag.size >= tag.bytes) this.flush();
  }

  #read(pts: number, data: Uint8Array): void {
    try {
      const frames = endsWithin(data) ? getId3Frames(data) : [];
      if (frames.length === 0) this.damaged += 1;
      for (const { key, info, data: content } of frames) {
        if ((key !== 'PRIV' && key !== 'TXXX') || typeof info !== 'string' || typeof content === 'number')
          continue;
        this.#onText({ pts, owner: info, text: typeof content === 'string' ? content : utf8(content) });
      }
    } catch {
      // The library reads beyond its data where a frame lies about its length.
      this.damaged += 1;
    }
  }
}

const decoder = new TextDecoder();

function utf8(content: ArrayBufferLike): string {
  return decoder.decode(new Uint8Array(content));
}
