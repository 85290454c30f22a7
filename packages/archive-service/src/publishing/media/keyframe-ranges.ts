import type { Cut } from './cut-finder.ts';
import type { SegmentScan } from './scan-segment.ts';

/** Bytes of one media file. */
export interface ByteSpan {
  readonly offset: number;
  readonly length: number;
}

/** What a published playlist addresses as one segment. */
export interface MediaRange extends ByteSpan {
  /** Where a player puts its beginning; ticks of the stream. */
  readonly start: number;
  /** PTS of its first picture. */
  readonly picture: number;
  /** Where its last picture or sound ends, whichever is later. */
  readonly end: number;
}

/** Shorter ranges cost more requests than they save waiting. */
const SHORTEST_TICKS = 90_000;

/**
 * The parts in which a media file is served, each of which a player can play by itself. The recording's own ranges count where every one of them
 * begins at a real cut; otherwise those that were found in the file; where there are none, the file is served whole.
 */
export function keyframeRanges(scan: SegmentScan, own: readonly ByteSpan[]): readonly MediaRange[] {
  const { cuts } = scan;
  // Where the first cut is not the first picture, what lies before it would be lost to whoever starts there.
  if (cuts[0]?.picture !== scan.firstPicture) return toRanges([], scan);
  return toRanges(ownCuts(scan, own) ?? foundCuts(scan), scan);
}

/**
 * The cuts at which a file's own ranges begin, but for the first range: a few packets before the first PAT do no harm, and belong to it.
 * @returns `undefined` where they are not the whole file, or one of them begins at no cut
 */
export function ownCuts<Found extends Cut>(
  { bytes, cuts }: { readonly bytes: number; readonly cuts: readonly Found[] },
  own: readonly ByteSpan[],
): readonly Found[] | undefined {
  if (!tiles(own, bytes)) return undefined;
  const found: Found[] = [];
  // Both are in the order of their offsets.
  let at = 0;
  for (const { offset } of own) {
    if (offset === 0) continue;
    let cut = cuts[at];
    while (cut && cut.offset < offset) cut = cuts[(at += 1)];
    if (cut?.offset !== offset) return undefined;
    found.push(cut);
  }
  return found;
}

/** Whether the spans follow each other from the file's first byte to its last. */
export function tiles(spans: readonly ByteSpan[], bytes: number): boolean {
  let at = 0;
  for (const { offset, length } of spans) {
    if (offset !== at || length <= 0) return false;
    at += length;
  }
  return spans.length > 0 && at === bytes;
}

function foundCuts(scan: SegmentScan): readonly Cut[] {
  const found: Cut[] = [];
  let last = scan.start;
  for (const cut of scan.cuts.slice(1)) {
    if (cut.start - last < SHORTEST_TICKS || scan.end - cut.start < SHORTEST_TICKS) continue;
    found.push(cut);
    last = cut.start;
  }
  return found;
}

/** @param cuts - at which all ranges but the first begin */
function toRanges(cuts: readonly Cut[], scan: SegmentScan): readonly MediaRange[] {
  const ranges: MediaRange[] = [];
  let begin = { offset: 0, start: scan.start, picture: scan.firstPicture };
  for (const cut of cuts) {
    ranges.push({ ...begin, length: cut.offset - begin.offset, end: cut.end });
    begin = { offset: cut.offset, start: cut.start, picture: cut.picture };
  }
  ranges.push({ ...begin, length: scan.bytes - begin.offset, end: scan.end });
  return ranges;
}
