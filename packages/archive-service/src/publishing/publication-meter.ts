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
  let last: PublicationProgress | undefined;
  let percent = 0;
  // Of the steps that have ended.
  let share = 0;
  let moved = 0;
  let objects = 0;
  return (progress) => {
    const { step, done, total, bytes } = progress;
    if (last && (step !== last.step || done === 0)) {
      share += shareOf(last.step, recordings);
      moved += last.bytes;
    }
    last = progress;
    if (step === 'copy-media') objects = done;
    const now = share + shareOf(step, recordings) * (total > 0 ? done / total : 1);
    // All is done only when the pointers are moved.
    percent = Math.max(percent, Math.min(99, Math.floor(now)));
    return { percent, step, done, total, objects, bytes: moved + bytes };
  };
}

function shareOf(step: PublicationStep, recordings: number): number {
  const weight = WEIGHTS[step] ?? REST / 10;
  return PER_RECORDING.includes(step) ? weight / recordings : weight;
}
