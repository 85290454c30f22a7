import { readFile } from 'node:fs/promises';
import { captionPairs, captionLine, SILENCE } from '../../demo/media/make/caption-bytes.ts';

const CLIP = new URL('../../demo/media/show-captions.ts', import.meta.url);
const PACKET = 188;
/** PTS ticks of the clip's two seconds. */
const TICKS = 180_000;
/** What an SEI message with captions begins with; three bytes later comes the pair of the first field. */
const CAPTIONS = Buffer.from('GA94');

/**
 * The captioned clip over and over, as one stream: the n-th line is said in the n-th two seconds and complete at their end, where
 * the next one moves it up. Only bytes in place are written: times, and what is said.
 */
export async function captionedClips(lines: readonly string[]): Promise<Buffer[]> {
  const clip = await readFile(CLIP);
  return lines.map((line, index) => {
    const copy = Buffer.from(clip);
    const said = index === 0 ? captionPairs(line) : captionLine(line);
    let picture = 0;
    for (let at = 0; at < copy.length; at += PACKET) {
      const packet = copy.subarray(at, at + PACKET);
      const pes = packet.indexOf('000001e0', 0, 'hex');
      if (pes < 0) continue;
      moveTime(packet.subarray(pes + 9), index * TICKS);
      // A keyframe's is in a later packet.
      copy.set(said[picture++] ?? SILENCE, copy.indexOf(CAPTIONS, at) + CAPTIONS.length + 4);
    }
    return copy;
  });
}

/** 33 bits in five bytes, with marker bits between them (ISO 13818-1, 2.4.3.6). */
function moveTime(bytes: Buffer, by: number): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = bytes;
  const time = ((a >> 1) & 7) * 2 ** 30 + (((b << 8) | c) >> 1) * 2 ** 15 + (((d << 8) | e) >> 1) + by;
  bytes[0] = (a & 0xf1) | (Math.floor(time / 2 ** 30) << 1);
  bytes.writeUInt16BE(((Math.floor(time / 2 ** 15) & 0x7fff) << 1) | 1, 1);
  bytes.writeUInt16BE(((time & 0x7fff) << 1) | 1, 3);
}
