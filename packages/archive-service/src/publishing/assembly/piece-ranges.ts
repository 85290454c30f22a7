import { SAME_PICTURE_TICKS } from './landing-places.ts';
import type { LandingPlaces } from './landing-places.ts';
import { fileBefore, rangesOf } from './laid-rendition.ts';
import type { LaidRange, LaidRendition } from './laid-rendition.ts';
import type { Piece } from './pieces.ts';

/** A range with its time in the archive, in ticks. */
export interface PlacedRange extends LaidRange {
  readonly from: number;
  /** Where the next one begins. */
  readonly until: number;
}

/**
 * The ranges by which a rendition shows a piece, in order and without a hole. They begin and end at the pictures at which those of the best rendition do.
 */
export function* pieceRanges(
  rendition: LaidRendition,
  piece: Piece,
  places: LandingPlaces,
): Generator<PlacedRange> {
  const begin = piece.cutBefore ? places.picture(piece.from) - SAME_PICTURE_TICKS : -Infinity;
  const finish = piece.cutAfter ? places.picture(piece.to) - SAME_PICTURE_TICKS : Infinity;
  let last: LaidRange | undefined;
  let from = piece.start;
  for (const range of rangesOf(rendition, fileBefore(rendition, piece.run, piece.own))) {
    if (range.run > piece.run || (range.run === piece.run && range.picture >= finish)) break;
    if (range.run < piece.run || range.picture < begin) continue;
    if (last) {
      const until = Math.min(Math.max(range.start - piece.own + piece.start, from), piece.end);
      yield { ...last, from, until };
      from = until;
    }
    last = range;
  }
  if (last) yield { ...last, from, until: piece.end };
}

/** The files of which a rendition shows a part in a piece, in order: without a look at their ranges, where all of the run is shown. */
export function* pieceFiles(
  rendition: LaidRendition,
  piece: Piece,
  places: LandingPlaces,
): Generator<number, undefined> {
  if (piece.cutBefore || piece.cutAfter) {
    let last = -1;
    for (const { file } of pieceRanges(rendition, piece, places)) {
      if (file !== last) yield file;
      last = file;
    }
    return;
  }
  const { segments } = rendition.mediaTime;
  for (let file = fileBefore(rendition, piece.run, piece.own); file < segments.length; file += 1) {
    const { run = 0 } = segments.at(file) ?? {};
    if (run > piece.run) return;
    if (run === piece.run) yield file;
  }
}
