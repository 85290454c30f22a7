import type { TimedCue } from '@vitrine/product-cues';
import type { Edits } from '../../database/documents.ts';
import { toSeconds } from '../media/archive-seconds.ts';
import type { PublicationLog } from '../publication.ts';
import type { UncutCue } from './gather-cues.ts';
import { archiveTicksOf } from './pieces.ts';
import type { Piece } from './pieces.ts';
import { uncutTimeOf } from './uncut-time.ts';
import type { UncutReplay } from './uncut-replay.ts';

/** A cue at the time at which it shall hold, and the one at which it was sent where that is another. Ticks of the uncut replay. */
export interface EditedCue extends UncutCue {
  readonly sentTime?: number;
}

/** Moves cues to where an editor wants them. */
export function correctCues(
  cues: readonly UncutCue[],
  corrections: Edits['cues'],
  replay: UncutReplay,
  log: PublicationLog,
): readonly EditedCue[] {
  const wished = new Map(corrections.map(({ n, at }) => [n, uncutTimeOf(replay, at)]));
  const known = new Set(cues.map(({ cue }) => cue.n));
  for (const [n, time] of wished)
    if (time === undefined || !known.has(n))
      log.warn({ n }, 'a correction speaks of a cue or a recording that is not in the replay');
  return cues
    .map(({ cue, time }): EditedCue => {
      const moved = wished.get(cue.n);
      return moved === undefined || moved === time ? { cue, time } : { cue, time: moved, sentTime: time };
    })
    .sort((a, b) => a.time - b.time || a.cue.n - b.cue.n);
}

/**
 * The cues of what is shown, in the archive's seconds. Those at a place that is cut out are dropped; what holds where the archive goes on is carried there, unless it
 * held before the cut already.
 *
 * @param withSet - offers of the moment must not come back to life, unless the event wants that
 */
export function placeCues(
  cues: readonly EditedCue[],
  pieces: readonly Piece[],
  withSet: boolean,
): readonly TimedCue[] {
  const placed: TimedCue[] = [];
  let next = 0;
  /** What holds at the end of the piece before. */
  let holding: EditedCue | undefined;
  for (const piece of pieces) {
    let carried: EditedCue | undefined;
    for (let found = cues[next]; found && found.time <= piece.uncut; found = cues[(next += 1)])
      carried = found;
    if (carried && carried !== holding) placed.push(timedCue(carried, piece.start, pieces, withSet));
    holding = carried ?? holding;
    for (let found = cues[next]; found && found.time < piece.uncutEnd; found = cues[(next += 1)]) {
      placed.push(timedCue(found, piece.start + found.time - piece.uncut, pieces, withSet));
      holding = found;
    }
  }
  return placed;
}

function timedCue(
  { cue, sentTime }: EditedCue,
  time: number,
  pieces: readonly Piece[],
  withSet: boolean,
): TimedCue {
  const { n, show, at, set } = cue;
  const sent = sentTime === undefined ? undefined : archiveTicksOf(pieces, sentTime);
  return {
    n,
    show,
    ...(at && { at }),
    ...(withSet && set && { set }),
    time: toSeconds(time),
    origin: 'archive',
    ...(sent !== undefined && { sentTime: toSeconds(sent) }),
  };
}
