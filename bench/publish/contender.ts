import { measureMemory } from './measure-memory.ts';
import type { MemoryUse } from './measure-memory.ts';

/** What a contender is to do: publish a recording under a name of its own. */
export interface Task {
  readonly endpoint: string;
  readonly bucket: string;
  readonly prefix: string;
  /** Of the archive; another one each time. */
  readonly name: string;
  /** `time`: how long it takes. `memory`, `live-memory`: how much it holds, in the second case with the collector forced before each look. */
  readonly measure: 'time' | 'memory' | 'live-memory';
}

export interface Result {
  readonly ms: number;
  /** Processor time of the process itself. */
  readonly cpuMs: number;
  readonly memory: MemoryUse | undefined;
}

/** Makes of a task what is to be measured; what both would have to know beforehand is read here. */
export type Prepare = (task: Task) => Promise<() => Promise<void>>;

/** A process that does one task after another, as it is told. */
export function serveTasks(prepare: Prepare): void {
  process.on('disconnect', () => process.exit());
  process.on('message', (task: Task) => {
    work(prepare, task).then(
      (result) => process.send?.(result),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}

async function work(prepare: Prepare, task: Task): Promise<Result> {
  const act = await prepare(task);
  globalThis.gc?.();
  const started = performance.now();
  const cpu = process.cpuUsage();
  const memory =
    task.measure === 'time' ? await act() : await measureMemory(act, task.measure === 'live-memory');
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000, memory: memory ?? undefined };
}
