/** A process that tries damaged inputs one after the other, telling its parent which it tries: should one hang it or take its memory, the parent knows which. */
import { once } from 'node:events';
import { createRandom } from '../support/random.ts';
import { fuzzNotifications } from './fuzz-notification.ts';
import { fuzzRecording, type Part } from './fuzz-recording.ts';
import type { Subject } from './subjects.ts';

export const KINDS = ['notification', 'json', 'playlist', 'media'] as const;
export type Kind = (typeof KINDS)[number];

export interface Task {
  readonly kind: Kind;
  readonly subjects: readonly [Subject, ...Subject[]];
  readonly seed: number;
  readonly count: number;
}

export type Told =
  | { readonly trying: number }
  | { readonly failed: string; readonly seed: number }
  | { readonly done: true; readonly report: Report };

export interface Report {
  readonly outcomes: Readonly<Record<string, number>>;
  /** Milliseconds of the processor for the slowest input, and its seed. */
  readonly slowest: { readonly ms: number; readonly seed: number };
  /** Bytes of the heap at its fullest. */
  readonly heap: number;
}

const tell = (told: Told): void => {
  process.send?.(told);
};

async function work({ kind, subjects, seed: first, count }: Task): Promise<Report> {
  const outcomes: Record<string, number> = {};
  let slowest = { ms: 0, seed: first };
  let heap = 0;
  const service = kind === 'notification' ? await fuzzNotifications() : undefined;
  const attempt = async (seed: number): Promise<string> => {
    const random = createRandom(seed);
    if (service) return service.send(random);
    // One in fifty has real pictures in it, which take a hundred times as long to read.
    const subject = random.chance(0.02) ? random.pick(subjects) : subjects[0];
    return fuzzRecording(subject, kind as Part, random);
  };
  for (let seed = first; seed < first + count; seed += 1) {
    tell({ trying: seed });
    const before = process.threadCpuUsage();
    try {
      const outcome = await attempt(seed);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    } catch (error) {
      tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error), seed });
      throw error;
    }
    const { user, system } = process.threadCpuUsage(before);
    const ms = (user + system) / 1000;
    // What the first inputs take is the compiler's.
    if (seed > first + 20 && ms > slowest.ms) slowest = { ms, seed };
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  await service?.finish();
  return { outcomes, slowest, heap };
}

const [task] = (await once(process, 'message')) as [Task];
tell({ done: true, report: await work(task) });
process.disconnect();
