/** ID3 2.4 (id3.org), only what this recording needs. */

/** @param claimed - bytes that the frame says to have, where that is a lie */
export function frame(id: string, content: Buffer, claimed = content.length): Buffer {
  return Buffer.concat([Buffer.from(id, 'latin1'), syncsafe(claimed), Buffer.from([0, 0]), content]);
}

export function tag(frames: Buffer): Buffer {
  return Buffer.concat([Buffer.from('ID3'), Buffer.from([4, 0, 0]), syncsafe(frames.length), frames]);
}

/** Seven bits in each byte. */
function syncsafe(value: number): Buffer {
  return Buffer.from([(value >> 21) & 0x7f, (value >> 14) & 0x7f, (value >> 7) & 0x7f, value & 0x7f]);
}
