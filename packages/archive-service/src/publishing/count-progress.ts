import type { PublicationPorts, PublicationStep } from './publication.ts';

/**
 * Counts the parts of a step and tells of them at most a hundred times: whoever listens may write each to a database.
 * @returns to be called when a part is done, with the bytes that it moved
 */
export function countProgress(
  step: PublicationStep,
  total: number,
  progress: PublicationPorts['progress'],
): (bytes: number) => void {
  let done = 0;
  let moved = 0;
  let told = 0;
  return (bytes) => {
    done += 1;
    moved += bytes;
    const percent = Math.floor((done * 100) / total);
    if (percent === told) return;
    told = percent;
    progress({ step, done, total, bytes: moved });
  };
}
