import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Kind, Report, Task, Told } from './fuzz-worker.ts';
import type { Subject } from './subjects.ts';

const PROGRAM = fileURLToPath(new URL('fuzz-worker.ts', import.meta.url));
/** Milliseconds after which an input that is still being worked on hangs; on a busy machine, too. */
const HANG = 60_000;
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
 * Tries damaged inputs in a process of their own.
 * @throws Error that names the seed of an input that crashed it, hung it, or took all of its memory
 */
export async function runFuzz({ onProgress, ...task }: Fuzz): Promise<Report> {
  const { kind, seed: first } = task;
  const child = fork(PROGRAM, {
    execArgv: ['--conditions=vitrine-source', `--max-old-space-size=${String(HEAP)}`],
    // Files go to it as bytes.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new AbortController();
  let trying = first;
  let since = performance.now();
  const blame = (what: string): Error => new Error(`${kind} input of seed ${String(trying)} ${what}`);
  try {
    return await new Promise<Report>((resolve, reject) => {
      child.on('message', (told: Told) => {
        since = performance.now();
        if ('trying' in told) {
          trying = told.trying;
          onProgress?.(trying - first);
        } else if ('failed' in told)
          reject(new Error(`${kind} input of seed ${String(told.seed)}: ${told.failed}`));
        else resolve(told.report);
      });
      child.on('error', reject);
      child.on('exit', (code, signal) => {
        reject(blame(`ended the process (${String(signal ?? code)})`));
      });
      const watch = setInterval(() => {
        if (performance.now() - since > HANG)
          reject(blame(`has been worked on for ${String(HANG / 1000)} s`));
      }, 500);
      ended.signal.addEventListener('abort', () => {
        clearInterval(watch);
      });
      child.send(task satisfies Task);
    });
  } finally {
    ended.abort();
    child.kill('SIGKILL');
  }
}
