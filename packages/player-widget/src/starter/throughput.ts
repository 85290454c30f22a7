/** Bytes below which their speed says more about a buffer on the way than about the network. */
const TOO_FEW = 32_768;

/** How fast something came, from its first piece on. */
export interface Throughput {
  count(bytes: number): void;
  /** Bits per second; `undefined` where too little came to tell. */
  bandwidth(): number | undefined;
}

export function measureThroughput(): Throughput {
  let first = 0;
  let last = 0;
  // What came with the first piece took no time that could be seen.
  let total = 0;
  return {
    count(bytes) {
      last = performance.now();
      if (first) total += bytes;
      first ||= last;
    },
    bandwidth: () => (total > TOO_FEW && last > first ? (total * 8_000) / (last - first) : undefined),
  };
}
