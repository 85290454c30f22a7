// The frame number as a row of black and white blocks in the picture. One definition for the script that draws the
// strip and for the tests that read it back from a canvas, so this file imports nothing and runs in any page.

/** Where the strip lies, in fractions of the picture's width and height; `x` and `y` are its upper left corner. */
export const stripGeometry = {
  x: 16 / 1280,
  y: 12 / 720,
  blockWidth: 24 / 1280,
  blockHeight: 20 / 720,
  dataBits: 12,
  checkBits: 4,
  blocks: 19,
} as const;

// A block this far from both black and white is a block caught between two pictures.
const DARKEST_WHITE = 160;
const LIGHTEST_BLACK = 96;

// Five points of each block; the edges are left out because compression and scaling smear them.
const PROBES = [
  [0.5, 0.5],
  [0.35, 0.35],
  [0.65, 0.35],
  [0.35, 0.65],
  [0.65, 0.65],
] as const;

/** CRC-4 (x^4 + x + 1) over the twelve data bits. It starts at 15 so that an all-black strip is refused. */
export function checkBits(frame: number): number {
  let crc = 0xf;
  for (let bit = stripGeometry.dataBits - 1; bit >= 0; bit--) {
    const feedback = ((crc >> 3) ^ (frame >> bit)) & 1;
    crc = ((crc << 1) & 0xf) ^ (feedback ? 0b0011 : 0);
  }
  return crc;
}

/** The blocks from left to right, true for white: start (white, black), data, check bits, end (white). */
export function stripBits(frame: number): boolean[] {
  const { dataBits, checkBits: count } = stripGeometry;
  if (!Number.isInteger(frame) || frame < 0 || frame >= 1 << dataBits) {
    throw new RangeError(`frame ${String(frame)} does not fit into ${String(dataBits)} bits`);
  }
  return [true, false, ...bitsOf(frame, dataBits), ...bitsOf(checkBits(frame), count), true];
}

interface StripContext {
  fillStyle: unknown;
  fillRect(x: number, y: number, width: number, height: number): void;
}

/** Draws the white blocks. The caller has painted a black plate with some margin. */
export function drawStrip(context: StripContext, frame: number, width: number, height: number): void {
  const { x, y, blockWidth, blockHeight } = stripGeometry;
  context.fillStyle = '#fff';
  stripBits(frame).forEach((white, block) => {
    if (!white) return;
    context.fillRect((x + block * blockWidth) * width, y * height, blockWidth * width, blockHeight * height);
  });
}

/**
 * Reads the frame number. `sample` answers the luma (0 to 255) at a point given in fractions of the picture.
 * Answers `undefined` when there is no strip or when two pictures are mixed in it.
 */
export function readFrameNumber(sample: (x: number, y: number) => number): number | undefined {
  const { blocks, dataBits } = stripGeometry;
  const bits: boolean[] = [];
  for (let block = 0; block < blocks; block++) {
    const bit = readBlock(sample, block);
    if (bit === undefined) return undefined;
    bits.push(bit);
  }
  const frame = numberOf(bits.slice(2, 2 + dataBits));
  const expected = stripBits(frame);
  return bits.every((bit, block) => bit === expected[block]) ? frame : undefined;
}

function readBlock(sample: (x: number, y: number) => number, block: number): boolean | undefined {
  const { x, y, blockWidth, blockHeight } = stripGeometry;
  let sum = 0;
  for (const [dx, dy] of PROBES) sum += sample(x + (block + dx) * blockWidth, y + dy * blockHeight);
  const luma = sum / PROBES.length;
  if (luma >= DARKEST_WHITE) return true;
  return luma <= LIGHTEST_BLACK ? false : undefined;
}

function bitsOf(value: number, count: number): boolean[] {
  return Array.from({ length: count }, (_, index) => ((value >> (count - 1 - index)) & 1) === 1);
}

function numberOf(bits: boolean[]): number {
  return bits.reduce((value, bit) => value * 2 + (bit ? 1 : 0), 0);
}
