import type { FoundCut } from '../media/cut-finder.ts';
import { ownCuts } from '../media/keyframe-ranges.ts';
import { nearest } from '../media/pts.ts';
import type { OwnRange, SourceSegment } from '../media/source-segments.ts';
import type { Sequence } from '../sequence.ts';
import type { FoundScan } from './scan-list.ts';

/** A rendition of which every file was read. */
export interface KnownRendition {
  readonly segments: Sequence<SourceSegment>;
  readonly scans: Sequence<FoundScan>;
}

/** Playlists have milliseconds; one picture of 120 a second has eight. */
const DURATION_TOLERANCE_S = 0.005;

/**
 * The cuts at which a file's own ranges begin, one for each.
 * @returns `undefined` where they are not the whole file, or one of them begins at no cut
 */
export function cutsOfRanges(
  scan: FoundScan,
  own: readonly OwnRange[],
  bytes = scan.bytes,
): readonly FoundCut[] | undefined {
  const [first] = scan.cuts;
  if (first?.offset !== 0 || first.picture !== scan.firstPicture || first.start !== scan.start)
    return undefined;
  const others = ownCuts({ bytes, cuts: scan.cuts }, own);
  return others && [first, ...others];
}

/**
 * Whether two renditions that were read have the same keyframes and the same sound at every range of every file, each with one delay from decoding to
 * showing. Then the recorder cuts all renditions at the same moments.
 */
export function runAlike(a: KnownRendition, b: KnownRendition, runs: Uint32Array): boolean {
  if (a.segments.length !== b.segments.length) return false;
  const delays: (readonly [number, number])[] = [];
  for (let index = 0; index < a.segments.length; index += 1) {
    const [one, other] = [a, b].map(({ segments, scans }) => {
      const [segment, scan] = [segments.at(index), scans.at(index)];
      const cuts = segment && scan && cutsOfRanges(scan, segment.ownRanges);
      return segment && cuts && { segment, cuts };
    });
    if (!one || !other || !toldAlike(one.segment, other.segment)) return false;
    for (const [place, cut] of one.cuts.entries()) {
      const twin = other.cuts[place];
      if (!twin || !isSame(cut, twin)) return false;
      const [delayA, delayB] = (delays[runs[index] ?? 0] ??= [delayOf(cut), delayOf(twin)]);
      if (delayOf(cut) !== delayA || delayOf(twin) !== delayB) return false;
    }
  }
  return true;
}

/** Whether the playlists of two renditions tell of a file in the same way: as many ranges, as long. */
export function toldAlike(a: SourceSegment, b: SourceSegment): boolean {
  return (
    a.discontinuity === b.discontinuity &&
    a.ownRanges.length === b.ownRanges.length &&
    a.ownRanges.every(
      ({ duration }, index) =>
        Math.abs(duration - (b.ownRanges[index]?.duration ?? NaN)) <= DURATION_TOLERANCE_S,
    )
  );
}

/** Ticks from a keyframe's decoding to its showing. */
export function delayOf({ picture, decode }: FoundCut): number {
  return picture - decode;
}

/** Whether two cuts have the same picture and the same sound, however each file's time stamps were counted on. */
export function isSame(a: FoundCut, b: FoundCut): boolean {
  const shift = nearest(b.picture, a.picture) - b.picture;
  return b.picture + shift === a.picture && b.sound + shift === a.sound;
}
