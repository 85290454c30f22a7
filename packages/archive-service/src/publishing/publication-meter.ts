import type { Progress } from '../database/tables.ts';
import type { PublicationProgress, PublicationStep } from './publication.ts';

/** How much of a publication's time each step takes, roughly; the others take next to none. */
const WEIGHTS: Partial<Readonly<Record<PublicationStep, number>>> = {
  'verify-media': 8,
  'scan-media': 40,
  'copy-media': 44,
  'write-thumbnails': 4,
  'write-starter': 2,
};
/** These come once for each recording, the rest once for all. */
const PER_RECORDING: readonly PublicationStep[] = ['read-playlists', 'verify-media', 'scan-media'];
const REST = 2;

/** How far a step is. */
interface Tally {
  /** How often it has come to its end: once for each recording, or once. */
  ended: number;
  /** Bytes of those times. */
  moved: number;
  last: PublicationProgress;
}

/** Counts the progress of steps together, into how far the whole publication is. It never goes back. */
export function createMeter(recordings: number): (progress: PublicationProgress) => Progress {
  const tallies = new Map<PublicationStep, Tally>();
  let percent = 0;
  /** What was told last that was no copy. */
  let other: PublicationProgress | undefined;
  return (progress) => {
    const { step } = progress;
    const tally = tallies.get(step);
    if (!tally) tallies.set(step, { ended: 0, moved: 0, last: progress });
    else {
      if (progress.done === 0) {
        tally.ended += 1;
        tally.moved += tally.last.bytes;
      }
      tally.last = progress;
    }
    let [share, bytes] = [0, 0];
    for (const [name, { ended, moved, last }] of tallies) {
      share += shareOf(name, recordings) * (ended + doneOf(last, step));
      bytes += moved + last.bytes;
    }
    if (step !== 'copy-media') other = progress;
    const copying = tallies.get('copy-media')?.last;
    // All is done only when the pointers are moved.
    percent = Math.max(percent, Math.min(99, Math.floor(share)));
    // What is written while media is copied is the lesser part, and soon done; it is what still goes on once the copies are.
    const shown = copying && copying.done < copying.total ? copying : (other ?? progress);
    return {
      percent,
      step: shown.step,
      done: shown.done,
      total: shown.total,
      objects: copying?.done ?? 0,
      bytes,
    };
  };
}

/** What of a step is done, from 0 to 1. One of a single part is done when another begins; not so the copies, beside which others begin. */
function doneOf({ step, done, total }: PublicationProgress, current: PublicationStep): number {
  const isOver = total <= 1 && step !== current && step !== 'copy-media';
  return isOver || total === 0 ? 1 : done / total;
}

function shareOf(step: PublicationStep, recordings: number): number {
  const weight = WEIGHTS[step] ?? REST / 10;
  return PER_RECORDING.includes(step) ? weight / recordings : weight;
}
