import { interleave, type Timed } from '../timed-metadata/interleave.ts';
import { pesPacket, STREAM_ID, wrapTicks } from '../timed-metadata/pes-packets.ts';
import type { Gop } from './clip.ts';
import { PID, PROGRAM_ASSOCIATION, PROGRAM_MAP } from './program-tables.ts';
import type { AccessUnit } from './read-transport-stream.ts';
import { TransportPacketizer } from './transport-packets.ts';

/** How far decoding lags the program clock: room for a keyframe to arrive (0.7 s, as common encoders have it). */
const CLOCK_LEAD = 63_000;
/** Sound in one PES packet: four frames are 85 ms at 48 kHz. */
const FRAMES_PER_PES = 4;

export interface SegmentContent {
  /** Pictures and sound at the clip's own times. */
  readonly gop: Gop;
  /** ID3 tags, at the clip's own times. */
  readonly tags: readonly AccessUnit[];
  /** Added to every time, in 90 kHz ticks. */
  readonly offset: number;
  readonly discontinuity: boolean;
}

interface Part extends Timed {
  readonly write: () => Buffer;
}

/** Writes one rendition's segments: tables, then tags, pictures and sound by time. */
export class SegmentWriter {
  readonly #packetizer = new TransportPacketizer();

  write({ gop, tags, offset, discontinuity }: SegmentContent): Buffer {
    const first = gop.pictures[0]?.pts ?? 0;
    const pes = (pid: number, streamId: number, unit: AccessUnit): Part => ({
      // Nothing but tables and tags goes before the first picture, also where sound begins a little earlier.
      pts: Math.max(unit.pts, first),
      write: () => this.#packetizer.packets(pid, pesPacket(streamId, unit.pts + offset, unit.data)),
    });
    const pictures = gop.pictures.map((picture, index): Part => {
      const options = {
        clock: wrapTicks(picture.pts + offset - CLOCK_LEAD),
        randomAccess: index === 0,
        discontinuity: discontinuity && index === 0,
      };
      const write = () =>
        this.#packetizer.packets(
          PID.video,
          pesPacket(STREAM_ID.video, picture.pts + offset, picture.data),
          options,
        );
      return { pts: picture.pts, write };
    });
    const parts = interleave(
      tags.map((tag) => pes(PID.metadata, STREAM_ID.metadata, tag)),
      pictures,
      groupAudio(gop.audio).map((unit) => pes(PID.audio, STREAM_ID.audio, unit)),
    );
    return Buffer.concat([
      this.#packetizer.packets(PID.pat, PROGRAM_ASSOCIATION),
      this.#packetizer.packets(PID.pmt, PROGRAM_MAP),
      ...parts.map((part) => part.write()),
    ]);
  }
}

function groupAudio(frames: readonly AccessUnit[]): AccessUnit[] {
  const groups: AccessUnit[] = [];
  for (let index = 0; index < frames.length; index += FRAMES_PER_PES) {
    const group = frames.slice(index, index + FRAMES_PER_PES);
    groups.push({ pts: group[0]?.pts ?? 0, data: Buffer.concat(group.map(({ data }) => data)) });
  }
  return groups;
}
