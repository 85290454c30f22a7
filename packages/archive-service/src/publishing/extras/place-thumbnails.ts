import type { AssembledPiece, Assembly } from '../assembly/assembly.ts';
import { thumbnailTimes } from './thumbnail-times.ts';

/** A thumbnail that the archive may show. Times are seconds. */
export interface PlacedThumbnail {
  /** An index into the assembly's recordings. */
  readonly recording: number;
  /** Its number in the recording. */
  readonly number: number;
  /** In the recording. */
  readonly recordedAt: number;
  /** In the archive. */
  readonly time: number;
  /** Index of the piece that it belongs to. */
  readonly piece: number;
}

type Timing = Pick<Assembly, 'pieces' | 'archiveTimeOf'>;

/**
 * The thumbnails of one recording that show what the archive shows, in their order. One that might show a moment that was cut out is left out: what an editor
 * removed must not come back as a small picture.
 *
 * @param numbers - of all that the recording has, in order
 * @param duration - of the recording, in seconds
 */
export function placeThumbnails(
  recording: number,
  numbers: readonly number[],
  duration: number,
  timing: Timing,
): readonly PlacedThumbnail[] {
  const { interval, window } = thumbnailTimes((numbers.at(-1) ?? 0) + 1, duration);
  return numbers.flatMap((number) => {
    const recordedAt = number * interval;
    const time = timing.archiveTimeOf(recording, recordedAt);
    if (time === undefined) return [];
    const { from, to } = window(number);
    const isWhole = isShown(recording, { from, to: Math.min(to, duration) }, timing);
    const piece = timing.pieces.findLastIndex(
      (one) => one.recording === recording && one.start <= time && one.from <= recordedAt,
    );
    return isWhole && piece >= 0 ? [{ recording, number, recordedAt, time, piece }] : [];
  });
}

/** Whether the archive shows a stretch of a recording from end to end. Pieces of one recording may follow each other without a cut. */
function isShown(
  recording: number,
  { from, to }: { readonly from: number; readonly to: number },
  { pieces }: Timing,
): boolean {
  let reached = from;
  for (const piece of pieces) {
    if (piece.recording !== recording || piece.from > reached + CUT_SECONDS) continue;
    reached = Math.max(reached, endOf(piece));
  }
  return reached >= to - CUT_SECONDS;
}

/** Shorter gaps are no cuts but roundings. */
const CUT_SECONDS = 0.001;

/** Where in the recording a piece ends. */
function endOf({ from, start, end }: AssembledPiece): number {
  return from + end - start;
}
