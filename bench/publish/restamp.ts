const PACKET = 188;
const TICKS_PER_MS = 90;
const WRAP = 2 ** 33;

/** A media file as it would be so many milliseconds later: its time stamps, clock references, and the program times in its metadata. */
export function laterCopy(file: Buffer, ms: number): Buffer {
  const copy = Buffer.from(file);
  for (let at = 0; at + PACKET <= copy.length; at += PACKET) {
    const control = (copy.readUInt8(at + 3) >> 4) & 3;
    const field = control & 2 ? 1 + copy.readUInt8(at + 4) : 0;
    if (field > 7 && copy.readUInt8(at + 5) & 0x10) moveClock(copy, at + 6, ms);
    const payload = at + 4 + field;
    const begins = (copy.readUInt8(at + 1) & 0x40) !== 0 && (control & 1) !== 0;
    if (!begins || payload + 19 > at + PACKET || copy.readUIntBE(payload, 3) !== 1) continue;
    const flags = copy.readUInt8(payload + 7);
    if (flags & 0x80) moveStamp(copy, payload + 9, ms);
    if (flags & 0x40) moveStamp(copy, payload + 14, ms);
  }
  return copy;
}

/** Replaces every number that follows a text by another one with as many digits. */
export function replaceNumbers(file: Buffer, before: string, change: (value: number) => number): void {
  for (let at = file.indexOf(before); at >= 0; at = file.indexOf(before, at + 1)) {
    const [digits = ''] =
      /^\d+/.exec(file.toString('latin1', at + before.length, at + before.length + 16)) ?? [];
    const changed = String(change(Number(digits)));
    if (changed.length === digits.length) file.write(changed, at + before.length, 'latin1');
  }
}

function moveStamp(bytes: Buffer, at: number, ms: number): void {
  const [a, b, c, d, e] = [0, 1, 2, 3, 4].map((index) => bytes.readUInt8(at + index)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const old = ((a >> 1) & 7) * 2 ** 30 + (b << 22) + ((c >> 1) << 15) + (d << 7) + (e >> 1);
  const time = (old + ms * TICKS_PER_MS) % WRAP;
  const low = time % 2 ** 30;
  bytes.writeUInt8((a & 0xf1) | (Math.floor(time / 2 ** 30) << 1), at);
  bytes.writeUInt8((low >> 22) & 0xff, at + 1);
  bytes.writeUInt8(((low >> 14) & 0xfe) | 1, at + 2);
  bytes.writeUInt8((low >> 7) & 0xff, at + 3);
  bytes.writeUInt8(((low << 1) & 0xfe) | 1, at + 4);
}

/** The base alone: 33 bits, before the extension. */
function moveClock(bytes: Buffer, at: number, ms: number): void {
  const old = bytes.readUInt32BE(at) * 2 + (bytes.readUInt8(at + 4) >> 7);
  const time = (old + ms * TICKS_PER_MS) % WRAP;
  bytes.writeUInt32BE(Math.floor(time / 2), at);
  bytes.writeUInt8((bytes.readUInt8(at + 4) & 0x7f) | ((time % 2) << 7), at + 4);
}
