import { buffer } from 'node:stream/consumers';
import type { ObjectStore } from '../../../stores/object-store.ts';
import type { AssembledRange, Assembly } from '../../assembly/assembly.ts';
import { SegmentScanner } from '../../media/scan-segment.ts';

/** The beginning of an archive in one rendition, as the recording has it. */
export interface Beginning {
  readonly media: Uint8Array;
  /** The stream's time stamp, in ticks, that players put at the archive's 0. */
  readonly origin: number;
}

/** Whole files may have to be read where a recording has no ranges; ten seconds at 8 Mbit/s have 10 MB. */
const MAX_BYTES = 24 * 1024 * 1024;

/**
 * Reads as many ranges as hold so many seconds from the archive's 0 on, as far as time stamps run on.
 * @returns why there is nothing to begin with, where that is so
 */
export async function readBeginning(
  assembly: Pick<Assembly, 'rangesFrom'>,
  rendition: number,
  seconds: number,
  openRecordings: (bucket: string) => ObjectStore,
  signal: AbortSignal,
): Promise<Beginning | string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  let piece: number | undefined;
  for (const range of assembly.rangesFrom(rendition, 0)) {
    piece ??= range.piece;
    if (range.start >= seconds || range.piece !== piece) break;
    bytes += range.length;
    if (bytes > MAX_BYTES) return `its first ranges have more than ${String(MAX_BYTES)} bytes`;
    parts.push(await readRange(openRecordings(range.bucket), range, signal));
  }
  const [first] = parts;
  if (!first) return 'it has no range';
  const scanner = new SegmentScanner();
  scanner.push(first);
  const scan = scanner.finish(() => undefined);
  // Only from a keyframe a decoder can begin, and with nothing before it.
  if (!scan || scan.cuts[0]?.picture !== scan.firstPicture) return 'it does not begin with a keyframe';
  return { media: Buffer.concat(parts), origin: scan.start };
}

async function readRange(
  store: ObjectStore,
  { key, offset, length }: AssembledRange,
  signal: AbortSignal,
): Promise<Buffer> {
  const object = await store.read(key, { range: { start: offset, end: offset + length - 1 }, signal });
  if (!object) throw new Error(`the media file ${key} has gone while the starter was made`);
  return buffer(object.body);
}
