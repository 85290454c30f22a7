// Just enough of MPEG-TS to check what the muxer wrote.

const PACKET = 188;
const PAT_PID = 0;

export interface Unit {
  kind: 'pat' | 'pmt' | 'sdt' | 'video' | 'audio';
  /** 90 kHz; only video and audio have them. */
  pts: number;
  dts: number;
  keyframe: boolean;
  bytes: number;
}

const STREAMS: Record<number, 'video' | 'audio'> = { 0xe0: 'video', 0xc0: 'audio' };

/** Tables and PES packets in the order of the file. Throws at a broken continuity counter. */
export function readUnits(data: Buffer): Unit[] {
  const units: Unit[] = [];
  const counters = new Map<number, number>();
  const open = new Map<number, Unit>();
  for (let at = 0; at + PACKET <= data.length; at += PACKET) {
    if (data[at] !== 0x47) throw new Error(`no sync byte at ${String(at)}`);
    const pid = data.readUInt16BE(at + 1) & 0x1fff;
    const starts = (data.readUInt8(at + 1) & 0x40) !== 0;
    const control = data.readUInt8(at + 3);
    const adaptation = control & 0x20 ? data.readUInt8(at + 4) + 1 : 0;
    if (!(control & 0x10)) continue;
    const previous = counters.get(pid);
    if (previous !== undefined && ((previous + 1) & 15) !== (control & 15))
      throw new Error(`continuity of pid ${String(pid)} at ${String(at)}`);
    counters.set(pid, control & 15);
    const payload = data.subarray(at + 4 + adaptation, at + PACKET);
    const randomAccess = adaptation > 1 && (data.readUInt8(at + 5) & 0x40) !== 0;
    const unit = starts ? unitOf(pid, payload, randomAccess) : open.get(pid);
    if (!unit) continue;
    if (starts) {
      units.push(unit);
      open.set(pid, unit);
    }
    unit.bytes += payload.length;
  }
  return units;
}

function unitOf(pid: number, payload: Buffer, keyframe: boolean): Unit {
  const table = { pts: 0, dts: 0, keyframe: false, bytes: 0 };
  if (pid === PAT_PID) return { kind: 'pat', ...table };
  if (payload.readUIntBE(0, 3) !== 1) return { kind: payload[1] === 0x02 ? 'pmt' : 'sdt', ...table };
  const kind = STREAMS[payload.readUInt8(3)];
  if (!kind) throw new Error('an unknown stream');
  const pts = stamp(payload, 9);
  const dts = payload.readUInt8(7) & 0x40 ? stamp(payload, 14) : pts;
  return { kind, pts, dts, keyframe: kind === 'video' && keyframe, bytes: 0 };
}

function stamp(payload: Buffer, at: number): number {
  const high = (payload.readUInt8(at) >> 1) & 7;
  return high * 2 ** 30 + (payload.readUInt16BE(at + 1) >> 1) * 2 ** 15 + (payload.readUInt16BE(at + 3) >> 1);
}
