/** Boxes that hold others on the way to those with a time of creation. */
const CONTAINERS = new Set(['moov', 'trak', 'mdia']);
/** Creation and modification time come first in each of them (ISO/IEC 14496-12). */
const STAMPED = new Set(['mvhd', 'tkhd', 'mdhd']);

/** An MP4 file that does not say when it was made: the same media gives the same bytes on every day. Changes the bytes that it is given. */
export function withoutClock(file: Buffer): Buffer {
  for (let at = 0; at + 8 <= file.length;) {
    const size = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const box = file.subarray(at, size === 0 ? file.length : at + size);
    if (CONTAINERS.has(type)) withoutClock(box.subarray(8));
    else if (STAMPED.has(type)) {
      const isLong = box[8] === 1;
      box.fill(0, 12, isLong ? 28 : 20);
    }
    // A size of 0 reaches to the end; one of 1 is a media box with a long size, behind which no header comes.
    if (size < 8) break;
    at += size;
  }
  return file;
}
