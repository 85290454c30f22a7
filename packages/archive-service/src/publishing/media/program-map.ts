import type { TsPacket } from './ts-packets.ts';

const PAT_PID = 0;

export type StreamKind = 'avc' | 'hevc' | 'audio' | 'id3';

/** ISO/IEC 13818-1, table 2-34, and Apple's "Timed Metadata for HTTP Live Streaming" for 0x15. */
const STREAM_KINDS: Readonly<Record<number, StreamKind>> = {
  0x03: 'audio',
  0x04: 'audio',
  0x0f: 'audio',
  0x11: 'audio',
  0x15: 'id3',
  0x1b: 'avc',
  0x24: 'hevc',
  0x81: 'audio',
};

/** Learns from PAT and PMT which packets carry what. Tables that do not fit into one packet are read as far as they go: IVS has four streams at most. */
export class ProgramMap {
  readonly #kinds = new Map<number, StreamKind>();
  #pmtPid: number | undefined;
  #lastPid: number | undefined;
  #lastKind: StreamKind | undefined;

  /** What a packet is: a table (which is taken in), a stream's packet, or `undefined` for all else. */
  take(packet: TsPacket): 'pat' | 'pmt' | StreamKind | undefined {
    if (packet.pid === PAT_PID) {
      const section = packet.starts ? sectionOf(packet.payload, 0x00) : undefined;
      if (!section) return undefined;
      this.#pmtPid = firstProgram(section) ?? this.#pmtPid;
      return 'pat';
    }
    if (packet.pid === this.#pmtPid) {
      const section = packet.starts ? sectionOf(packet.payload, 0x02) : undefined;
      if (!section) return undefined;
      this.#readStreams(section);
      return 'pmt';
    }
    // Packets of one stream follow each other.
    if (packet.pid !== this.#lastPid) {
      this.#lastPid = packet.pid;
      this.#lastKind = this.#kinds.get(packet.pid);
    }
    return this.#lastKind;
  }

  #readStreams(section: Uint8Array): void {
    this.#kinds.clear();
    this.#lastPid = undefined;
    let at = 12 + uint12(section, 10);
    while (at + 5 <= section.length) {
      const kind = STREAM_KINDS[section[at] ?? 0];
      if (kind) this.#kinds.set(uint13(section, at + 1), kind);
      at += 5 + uint12(section, at + 3);
    }
  }
}

/** The section that begins in a payload, without its checksum. */
function sectionOf(payload: Uint8Array, tableId: number): Uint8Array | undefined {
  const begin = 1 + (payload[0] ?? 0);
  if (payload[begin] !== tableId) return undefined;
  const end = begin + 3 + uint12(payload, begin + 1) - 4;
  return payload.subarray(begin, end);
}

/** Program 0 is no program but the network's own table. */
function firstProgram(section: Uint8Array): number | undefined {
  for (let at = 8; at + 4 <= section.length; at += 4) {
    const program = ((section[at] ?? 0) << 8) | (section[at + 1] ?? 0);
    if (program !== 0) return uint13(section, at + 2);
  }
  return undefined;
}

function uint12(bytes: Uint8Array, at: number): number {
  return (((bytes[at] ?? 0) & 0x0f) << 8) | (bytes[at + 1] ?? 0);
}

function uint13(bytes: Uint8Array, at: number): number {
  return (((bytes[at] ?? 0) & 0x1f) << 8) | (bytes[at + 1] ?? 0);
}
