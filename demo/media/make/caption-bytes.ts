// CEA-608 captions as an encoder puts them into H.264: ATSC A/53 user data in an SEI message before each picture.

/** Resume nothing, two rows that roll up, a new line, at the left of the last row: what opens a live caption. */
const OPENING = [
  [0x14, 0x25],
  [0x14, 0x2d],
  [0x14, 0x70],
] as const;

/** What fills the stream where nobody says anything: two empty bytes, with parity. */
export const SILENCE: CaptionPair = [0x80, 0x80];

/** Two bytes of a caption channel, with odd parity. */
export type CaptionPair = readonly [number, number];

/** A text as pairs, one for each picture, from the opening on. */
export function captionPairs(text: string): CaptionPair[] {
  return [...OPENING.map(([a, b]) => [withParity(a), withParity(b)] as const), ...letterPairs(text)];
}

/** A text that moves what was said before up by a row. */
export function captionLine(text: string): CaptionPair[] {
  return [[withParity(0x14), withParity(0x2d)], ...letterPairs(text)];
}

function letterPairs(text: string): CaptionPair[] {
  const padded = text.length % 2 === 0 ? text : `${text} `;
  return Array.from({ length: padded.length / 2 }, (_, index) => [
    withParity(padded.charCodeAt(index * 2)),
    withParity(padded.charCodeAt(index * 2 + 1)),
  ]);
}

/** A whole NAL unit with its start code: the pair for the first field, silence for the second, no CEA-708. */
export function captionUnit([a, b]: CaptionPair): Buffer {
  const triplets = [0xfc, a, b, 0xfd, ...SILENCE, 0xfa, 0x00, 0x00];
  const data = [0xb5, 0x00, 0x31, ...Buffer.from('GA94'), 0x03, 0xc0 | (triplets.length / 3), 0xff];
  const message = [...data, ...triplets, 0xff];
  return Buffer.from([0, 0, 0, 1, 0x06, 0x04, message.length, ...escaped(message), 0x80]);
}

function withParity(value: number): number {
  let ones = 0;
  for (let bit = 0; bit < 7; bit += 1) ones += (value >> bit) & 1;
  return ones % 2 === 1 ? value : value | 0x80;
}

/** Inside a NAL unit two zeros must not be followed by 0 to 3: an emulation prevention byte comes between. */
function escaped(bytes: readonly number[]): number[] {
  const out: number[] = [];
  let zeros = 0;
  for (const byte of bytes) {
    if (zeros >= 2 && byte <= 3) {
      out.push(3);
      zeros = 0;
    }
    out.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return out;
}
