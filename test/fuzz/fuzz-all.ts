import type { Kind } from './fuzz-worker.ts';
import { runFuzz } from './run-fuzz.ts';
import { realSubject, tinySubject } from './subjects.ts';

/** Of a hundred inputs so many are of each kind; a notification and a whole recording cost about the same. */
const SHARES: readonly (readonly [Kind, number])[] = [
  ['notification', 20],
  ['json', 20],
  ['playlist', 20],
  ['media', 40],
];

/** Inputs of which one is told about. */
const TELL = 2_000;

export interface FuzzAll {
  readonly inputs: number;
  readonly seed: number;
  onProgress(done: string): void;
}

/**
 * Tries damaged inputs of all kinds.
 * @returns what was tried, and what the hardest of them took
 * @throws Error that names kind and seed of an input that did harm
 */
export async function fuzzAll({ inputs, seed, onProgress }: FuzzAll): Promise<string> {
  const subjects = [tinySubject(), await realSubject()] as const;
  const told: string[] = [];
  for (const [kind, share] of SHARES) {
    const count = Math.ceil((inputs * share) / 100);
    const report = await runFuzz({
      kind,
      subjects,
      seed,
      count,
      onProgress: (done) => {
        if (done % TELL === 0) onProgress(`${kind}: ${String(done)} of ${String(count)}`);
      },
    });
    onProgress(`${kind}: ${JSON.stringify(report)}`);
    const megabytes = Math.round(report.heap / 1e6);
    told.push(
      `${String(count)} of ${kind} (slowest ${report.slowest.ms.toFixed(0)} ms, heap ${String(megabytes)} MB)`,
    );
  }
  return told.join(', ');
}
