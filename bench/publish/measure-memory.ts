/** Bytes above what the process held before. */
export interface MemoryUse {
  /** What the operating system has given to the process, looked at every ten milliseconds. */
  readonly resident: number;
  /** What JavaScript's heap and the buffers behind it hold, looked at after the collector has run. */
  readonly held: number;
}

const LOOK_EVERY_MS = 10;

/** What is held while something is done, at most: of the resident memory, without touching the collector. */
export async function measureResident(act: () => Promise<void>): Promise<number> {
  collect();
  const idle = process.memoryUsage.rss();
  let most = idle;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, LOOK_EVERY_MS);
  try {
    await act();
  } finally {
    clearInterval(timer);
  }
  return most - idle;
}

/**
 * The same of what is really held. The collector runs before each look, and looks are taken where the work itself says so: as often in a short recording as in
 * a long one.
 */
export class HeldMemory {
  readonly #idle: number;
  #most: number;

  constructor() {
    collect();
    this.#idle = held();
    this.#most = this.#idle;
  }

  look(): void {
    collect();
    this.#most = Math.max(this.#most, held());
  }

  get most(): number {
    return this.#most - this.#idle;
  }
}

function held(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function collect(): void {
  if (!globalThis.gc) throw new Error('start Node with --expose-gc');
  // The second one takes what finalizers of the first have let go.
  globalThis.gc();
  globalThis.gc();
}
