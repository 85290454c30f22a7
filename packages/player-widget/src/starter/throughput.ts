/** Bytes below which their speed says more about a buffer on the way than about the network. */
const TOO_FEW = 32_768;

/** How fast something came, from its first byte on. */
export interface Throughput {
  count(bytes: number): void;
  /** Bits per second; `undefined` where too little came to tell. */
  readonly bandwidth: number | undefined;
}

export function measureThroughput(): Throughput {
  let [first, last, total] = [0, 0, 0];
  return {
    count(bytes) {
      last = performance.now();
      // What came in one piece with the first byte took no time that could be seen.
      if (first) total += bytes;
      else first = last;
    },
    get bandwidth() {
      return total >= TOO_FEW && last > first ? (total * 8_000) / (last - first) : undefined;
    },
  };
}
