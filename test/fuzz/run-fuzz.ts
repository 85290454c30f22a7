import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Kind, Report, Task, Told } from './fuzz-worker.ts';
import type { Subject } from './subjects.ts';

/** Milliseconds after which an input that is still being worked on hangs; on a busy machine, too. */
const HANG = 30_000;
/** Megabytes of heap that no input may need more of: several times what sound ones need. */
const HEAP = 256;

export interface Fuzz {
  readonly kind: Kind;
  readonly subjects: readonly [Subject, ...Subject[]];
  /** Of the first input; the next have the next ones. */
  readonly seed: number;
  readonly count: number;
  onProgress?(done: number): void;
}

/**
 * Tries damaged inputs in a thread of their own.
 * @throws Error that names the seed of an input that crashed it, hung it, or took all of its memory
 */
export async function runFuzz({ onProgress, ...task }: Fuzz): Promise<Report> {
  const { kind, seed: first } = task;
  const worker = new Worker(new URL('fuzz-worker.ts', import.meta.url), {
    workerData: task satisfies Task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  });
  let trying = first;
  let since = performance.now();
  const ended = new AbortController();
  const blame = (what: string): Error => new Error(`${kind} input of seed ${String(trying)} ${what}`);
  try {
    return await new Promise<Report>((resolve, reject) => {
      worker.on('message', (told: Told) => {
        since = performance.now();
        if ('trying' in told) {
          trying = told.trying;
          onProgress?.(trying - first);
        } else if ('failed' in told)
          reject(new Error(`${kind} input of seed ${String(told.seed)}: ${told.failed}`));
        else resolve(told.report);
      });
      worker.on('error', (error) => {
        reject(blame(`ended the thread: ${String(error)}`));
      });
      worker.on('exit', (code) => {
        reject(blame(`ended the thread with code ${String(code)}`));
      });
      const watch = setInterval(() => {
        if (performance.now() - since > HANG)
          reject(blame(`has been worked on for ${String(HANG / 1000)} s`));
      }, 500);
      ended.signal.addEventListener('abort', () => {
        clearInterval(watch);
      });
    });
  } finally {
    ended.abort();
    worker.removeAllListeners('exit');
    const gone = once(worker, 'exit');
    if ((await worker.terminate()) !== undefined) void gone.catch(() => undefined);
  }
}
