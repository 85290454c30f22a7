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

/** Counts the progress of steps together, into how far the whole publication is. It never goes back. */
export function createMeter(recordings: number): (progress: PublicationProgress) => Progress {
  let before = 0;
  let last: PublicationStep | undefined;
  let percent = 0;
  return ({ step, done, total, bytes }) => {
    if (step !== last || done === 0) {
      if (last !== undefined) before = Math.min(100, before + shareOf(last, recordings));
      last = step;
    }
    const now = before + shareOf(step, recordings) * (total > 0 ? done / total : 1);
    // All is done only when the pointers are moved.
    percent = Math.max(percent, Math.min(99, Math.floor(now)));
    return { percent, step, done, total, bytes };
  };
}

function shareOf(step: PublicationStep, recordings: number): number {
  const weight = WEIGHTS[step] ?? REST / 10;
  return PER_RECORDING.includes(step) ? weight / recordings : weight;
}
