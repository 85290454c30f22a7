/** Bytes above what the process held before. */
export interface MemoryUse {
  /** What the operating system has given to the process. */
  readonly resident: number;
  /** JavaScript's heap and the buffers that it holds. */
  readonly held: number;
  readonly idleResident: number;
}

const LOOK_EVERY_MS = 10;
const FORCED_LOOK_EVERY_MS = 100;

/** The most that is held while something is done. @param forced - whether the collector runs before each look */
export async function measureMemory(act: () => Promise<void>, forced: boolean): Promise<MemoryUse> {
  const collect = globalThis.gc;
  if (!collect) throw new Error('start Node with --expose-gc');
  // The second one takes what finalizers of the first have let go.
  collect();
  collect();
  const idle = look();
  let [resident, held] = [idle.resident, idle.held];
  const timer = setInterval(
    () => {
      if (forced) collect();
      const now = look();
      resident = Math.max(resident, now.resident);
      held = Math.max(held, now.held);
    },
    forced ? FORCED_LOOK_EVERY_MS : LOOK_EVERY_MS,
  );
  try {
    await act();
  } finally {
    clearInterval(timer);
  }
  return { resident: resident - idle.resident, held: held - idle.held, idleResident: idle.resident };
}

function look(): { readonly resident: number; readonly held: number } {
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, held: heapUsed + external };
}
