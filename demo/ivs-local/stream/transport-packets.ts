const PACKET = 188;
const SYNC = 0x47;

export interface PacketOptions {
  /** Program clock in 90 kHz ticks (33 bits), written into the first packet. */
  readonly clock?: number;
  readonly randomAccess?: boolean;
  /** Tells decoders that clock and counters may jump here. */
  readonly discontinuity?: boolean;
}

/** Cuts payloads into transport packets, with continuity counters that run on from call to call. */
export class TransportPacketizer {
  readonly #counters = new Map<number, number>();

  packets(pid: number, payload: Uint8Array, options: PacketOptions = {}): Buffer {
    const firstField = adaptationField(options);
    const count = Math.max(1, Math.ceil((payload.length + firstField.length) / (PACKET - 4)));
    const out = Buffer.alloc(count * PACKET, 0xff);
    let read = 0;
    for (let index = 0; index < count; index += 1) {
      const at = index * PACKET;
      const counter = this.#counters.get(pid) ?? 0;
      this.#counters.set(pid, (counter + 1) % 16);
      const field = index === 0 ? firstField : NO_FIELD;
      const room = PACKET - 4 - field.length;
      const taken = Math.min(room, payload.length - read);
      const fieldLength = field.length + room - taken;
      out[at] = SYNC;
      out[at + 1] = (index === 0 ? 0x40 : 0) | (pid >> 8);
      out[at + 2] = pid & 0xff;
      out[at + 3] = (fieldLength > 0 ? 0x30 : 0x10) | counter;
      if (fieldLength > 0) {
        // The field's own length byte does not count; what is not a flag or the clock is stuffing (0xFF).
        out[at + 4] = fieldLength - 1;
        if (fieldLength > 1) out[at + 5] = 0;
        out.set(field.subarray(1), at + 5);
      }
      out.set(payload.subarray(read, read + taken), at + 4 + fieldLength);
      read += taken;
    }
    return out;
  }
}

const NO_FIELD = Buffer.alloc(0);

function adaptationField({ clock, randomAccess = false, discontinuity = false }: PacketOptions): Buffer {
  if (clock === undefined && !randomAccess && !discontinuity) return NO_FIELD;
  const flags = (discontinuity ? 0x80 : 0) | (randomAccess ? 0x40 : 0) | (clock === undefined ? 0 : 0x10);
  if (clock === undefined) return Buffer.from([1, flags]);
  const field = Buffer.alloc(8);
  field[0] = 7;
  field[1] = flags;
  field.writeUInt32BE(Math.floor(clock / 2), 2);
  field[6] = ((clock % 2) << 7) | 0x7e; // no 27 MHz extension: 90 kHz is exact enough for a clock that is computed
  return field;
}
