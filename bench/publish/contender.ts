import { HeldMemory, measureResident } from './measure-memory.ts';

/** What a contender is to do: publish a recording under a name of its own. */
export interface Task {
  readonly endpoint: string;
  readonly bucket: string;
  readonly prefix: string;
  /** Of the archive; another one each time. */
  readonly name: string;
  /** `time`: how long it takes, by the clock and of the processor. `resident`, `held`: how much memory it takes, see `measure-memory.ts`. */
  readonly measure: 'time' | 'resident' | 'held';
}

export interface Result {
  readonly ms: number;
  /** Processor time of the process itself. */
  readonly cpuMs: number;
  /** Bytes above idle; 0 where they were not asked for. */
  readonly memory: number;
}

/**
 * Makes of a task what is to be measured; what both contenders would have to know beforehand is read here.
 * @param look - to be called wherever more may be held than before
 */
export type Prepare = (task: Task, look: () => void) => Promise<() => Promise<void>>;

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
  let held: HeldMemory | undefined;
  const act = await prepare(task, () => held?.look());
  // Not where time is measured: a collection that is forced lets go of compiled code too, and an hour's publication then spends half of its processor time on compiling it anew.
  if (task.measure !== 'time') globalThis.gc?.();
  if (task.measure === 'held') held = new HeldMemory();
  const started = performance.now();
  const cpu = process.cpuUsage();
  const resident = task.measure === 'resident' ? await measureResident(act) : await act();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000, memory: held?.most ?? resident ?? 0 };
}
