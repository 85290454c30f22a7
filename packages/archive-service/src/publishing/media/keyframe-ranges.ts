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
  const cuts = new Map(scan.cuts.map(({ offset, start }) => [offset, start]));
  const [first] = scan.cuts;
  // Where the first cut is not the first picture, what lies before it would be lost to whoever starts there.
  if (first?.picture !== scan.firstPicture) return toRanges([0], scan);
  // A few packets before the first PAT do no harm, and belong to the first range.
  const startOf = (offset: number): number | undefined => (offset === 0 ? scan.start : cuts.get(offset));
  const offsets = tiles(own, scan.bytes) ? own.map(({ offset }) => offset) : [];
  const useOwn = offsets.length > 0 && offsets.every((offset) => startOf(offset) !== undefined);
  return toRanges(useOwn ? offsets : foundOffsets(scan), scan);
}

/** Whether the spans follow each other from the file's first byte to its last. */
function tiles(spans: readonly ByteSpan[], bytes: number): boolean {
  let at = 0;
  for (const { offset, length } of spans) {
    if (offset !== at || length <= 0) return false;
    at += length;
  }
  return spans.length > 0 && at === bytes;
}

function foundOffsets(scan: SegmentScan): readonly number[] {
  const offsets = [0];
  let last = scan.start;
  for (const { offset, start } of scan.cuts.slice(1)) {
    if (start - last < SHORTEST_TICKS || scan.end - start < SHORTEST_TICKS) continue;
    offsets.push(offset);
    last = start;
  }
  return offsets;
}

/** @param offsets - 0, and cuts */
function toRanges(offsets: readonly number[], scan: SegmentScan): readonly MediaRange[] {
  const cuts = new Map(scan.cuts.map((cut) => [cut.offset, cut]));
  return offsets.map((offset, index) => {
    const cut = offset === 0 ? undefined : cuts.get(offset);
    const next = offsets[index + 1];
    return {
      offset,
      length: (next ?? scan.bytes) - offset,
      start: cut?.start ?? scan.start,
      picture: cut?.picture ?? scan.firstPicture,
      end: (next === undefined ? undefined : cuts.get(next)?.end) ?? scan.end,
    };
  });
}
