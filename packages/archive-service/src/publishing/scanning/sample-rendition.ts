import { bounded } from '../bounded.ts';
import type { FoundCut } from '../media/cut-finder.ts';
import { eachChunk } from '../media/each-chunk.ts';
import { tiles } from '../media/keyframe-ranges.ts';
import { SegmentScanner } from '../media/scan-segment.ts';
import type { OwnRange, SourceSegment } from '../media/source-segments.ts';
import type { Course } from './derived-scans.ts';
import { readFile } from './read-rendition.ts';
import type { ReadingPorts } from './read-rendition.ts';
import { samplePlaces } from './sample-places.ts';
import { cutsOfRanges, delayOf, isSame, toldAlike } from './same-course.ts';
import type { KnownRendition } from './same-course.ts';
import type { FoundScan } from './scan-list.ts';

/** Of two renditions side by side, as many as files are read at once. */
const READ_AT_ONCE = 8;
/** Most keyframes, and the first sound behind them, lie within these; the last resort is the whole range. */
const PART_BYTES = [64 * 1024, 256 * 1024, Infinity];

/**
 * Proves by samples that a rendition has the keyframes and the sound of another one, at the ranges that its own playlist names.
 * @param runs - of the reference
 * @returns what is then known of it; `undefined` where anything at all is otherwise
 */
export async function sampleRendition(
  reference: KnownRendition,
  { segments, sizes, runs }: Pick<Course, 'segments' | 'sizes' | 'runs'>,
  ports: ReadingPorts,
): Promise<Course | undefined> {
  if (segments.length !== reference.segments.length) return undefined;
  for (let index = 0; index < segments.length; index += 1) {
    const [one, twin] = [segments.at(index), reference.segments.at(index)];
    if (!one || !twin || !toldAlike(one, twin) || !tiles(one.ownRanges, sizes[index] ?? 0)) return undefined;
  }

  const delays: number[] = [];
  const read = new Map<number, FoundScan>();
  let differs = false;
  const places = samplePlaces(runs, (index) => segments.at(index)?.ownRanges.length ?? 0);
  await bounded(places, READ_AT_ONCE, ports.signal, async ({ segment, range }, _at, signal) => {
    const one = segments.at(segment);
    const expected = cutsAt(reference, segment);
    if (differs || !one || !expected) return;
    const reading = { ...ports, signal };
    let seen: readonly (readonly [FoundCut | undefined, FoundCut | undefined])[];
    if (range === 'all') {
      const whole = await readFile(one.key, reading, () => undefined);
      read.set(segment, whole);
      const cuts = cutsOfRanges(whole, one.ownRanges, sizes[segment]);
      seen = expected.map((cut, place) => [cut, cuts?.[place]]);
    } else seen = [[expected[range], await readCut(one, range, expected[range], reading)]];
    for (const [cut, found] of seen) {
      const delay = found && (delays[runs[segment] ?? 0] ??= delayOf(found));
      if (!cut || !found || !isSame(cut, found) || delayOf(found) !== delay) differs = true;
    }
  });
  return differs ? undefined : { segments, sizes, runs, delays, read };
}

function cutsAt({ segments, scans }: KnownRendition, index: number): readonly FoundCut[] | undefined {
  const [segment, scan] = [segments.at(index), scans.at(index)];
  return segment && scan && cutsOfRanges(scan, segment.ownRanges);
}

/** The cut at which a range begins, read from no more of it than that takes. */
async function readCut(
  { key, ownRanges }: SourceSegment,
  place: number,
  expected: FoundCut | undefined,
  ports: ReadingPorts,
): Promise<FoundCut | undefined> {
  const range = ownRanges[place];
  if (!range || !expected) return undefined;
  for (const bytes of PART_BYTES) {
    const cut = await readPart(key, { ...range, length: Math.min(range.length, bytes) }, ports);
    const isWhole = bytes >= range.length;
    if (isWhole || (cut && Number.isFinite(cut.sound) === Number.isFinite(expected.sound))) return cut;
  }
  return undefined;
}

async function readPart(
  key: string,
  { offset, length }: Pick<OwnRange, 'offset' | 'length'>,
  { store, signal, read }: ReadingPorts,
): Promise<FoundCut | undefined> {
  const object = await store.read(key, { range: { start: offset, end: offset + length - 1 }, signal });
  if (!object) return undefined;
  const scanner = new SegmentScanner(offset);
  await eachChunk(object.body, (chunk) => {
    scanner.push(chunk);
  });
  read(length);
  const [first] = scanner.finish(() => undefined)?.cuts ?? [];
  return first?.offset === offset ? first : undefined;
}
