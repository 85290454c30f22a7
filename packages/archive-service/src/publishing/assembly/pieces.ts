import type { KeptPlaces } from './carry-out-edits.ts';
import { toMs } from './uncut-replay.ts';
import type { Stretch, UncutReplay } from './uncut-replay.ts';

/** What the archive shows of one stretch, without a break. Times are ticks. */
export interface Piece {
  /** Index of the recording. */
  readonly recording: number;
  readonly run: number;
  /** Places of the recording: the first of the piece, and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Whether the run goes on before, and after, what is shown of it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** Where it begins in the recording. */
  readonly own: number;
  /** Where it begins in the uncut replay, and the time there from which nothing of it is shown: that of the next picture. */
  readonly uncut: number;
  readonly uncutEnd: number;
  /** Where it begins in the archive, and where the next one begins. */
  readonly start: number;
  readonly end: number;
  /** Epoch ms of its beginning, where it is known. */
  readonly programTime: number | undefined;
}

/** Lays what is kept on the archive's timeline: each piece begins where the last picture or sound of the one before ends. */
export function piecesOf(replay: UncutReplay, kept: readonly KeptPlaces[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const { from, to } of kept) {
    let before = 0;
    for (const stretch of replay.stretches) {
      const count = stretch.to - stretch.from;
      const first = stretch.from + Math.max(0, from - before);
      const next = stretch.from + Math.min(count, to - before);
      if (first < next) {
        const piece = pieceOf(replay, stretch, first, next, start);
        pieces.push(piece);
        start = piece.end;
      }
      before += count;
    }
  }
  return pieces;
}

function pieceOf(replay: UncutReplay, stretch: Stretch, from: number, to: number, start: number): Piece {
  const { recording, run, programTime } = stretch;
  const { places, runs } = replay.recordings[recording] ?? {};
  const own = from === stretch.from ? stretch.own : (places?.start(from) ?? stretch.own);
  const toUncut = stretch.start - stretch.own;
  const cutAfter = to < stretch.to;
  const ownEnd = cutAfter
    ? Math.max(places?.end(to - 1) ?? 0, places?.start(to) ?? 0)
    : stretch.end - toUncut;
  return {
    recording,
    run,
    from,
    to,
    cutBefore: own > (runs?.[run]?.start ?? own),
    cutAfter,
    own,
    uncut: own + toUncut,
    uncutEnd: cutAfter ? (places?.picture(to) ?? 0) + toUncut : stretch.end,
    start,
    end: start + ownEnd - own,
    programTime: programTime === undefined ? undefined : programTime + toMs(own - stretch.own),
  };
}

/** Where the archive shows a moment of the uncut replay; `undefined` for one that was cut out. */
export function archiveTicksOf(pieces: readonly Piece[], uncut: number): number | undefined {
  const piece = pieces.findLast((one) => one.uncut <= uncut && uncut < one.uncutEnd);
  return piece && piece.start + uncut - piece.uncut;
}
