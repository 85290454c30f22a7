import type { AccessUnit } from './read-transport-stream.ts';

const SAMPLE_RATES = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000];
const SAMPLES_PER_FRAME = 1024;

/**
 * Splits audio PES payloads into single ADTS frames, so that audio can be cut at a keyframe to within one
 * frame (21 ms at 48 kHz); a muxer puts up to a quarter of a second into one packet.
 */
export function adtsFrames(units: readonly AccessUnit[]): AccessUnit[] {
  const frames: AccessUnit[] = [];
  for (const { pts, data } of units) {
    let offset = 0;
    let index = 0;
    while (offset + 7 <= data.length) {
      const [, , second = 0, third = 0, fourth = 0, fifth = 0] = data.subarray(offset, offset + 6);
      const length = ((third & 0x03) << 11) | (fourth << 3) | (fifth >> 5);
      const rate = SAMPLE_RATES[(second >> 2) & 0x0f];
      if (data[offset] !== 0xff || length < 7 || rate === undefined) break;
      frames.push({
        pts: pts + Math.round((index * SAMPLES_PER_FRAME * 90000) / rate),
        data: data.subarray(offset, offset + length),
      });
      offset += length;
      index += 1;
    }
  }
  return frames;
}
