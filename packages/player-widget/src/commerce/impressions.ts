/** Milliseconds for which a product has to be visible, without a break, before it counts as seen. */
const SEEN_AFTER = 1_000;

/** Milliseconds between two looks. */
const LOOK_EVERY = 200;

interface Options {
  readonly onSeen: (id: string) => void;
  /** Whether one sees the product now. */
  readonly visible: (id: string) => boolean;
  readonly signal: AbortSignal;
}

/** Tells once for each stretch in which a product is shown that it has been visible for a whole second. */
export class Impressions {
  readonly #options: Options;
  /** Products that are shown and were not told: since when they are visible, in milliseconds; `undefined` while they are not. */
  readonly #waiting = new Map<string, number | undefined>();
  #shown: readonly string[] = [];
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor(options: Options) {
    this.#options = options;
    options.signal.addEventListener('abort', () => this.show([]), { once: true });
    // A tab that is hidden between two looks breaks the second, too.
    document.addEventListener('visibilitychange', () => this.#look(), { signal: options.signal });
  }

  /** All products that are on screen from now on. */
  show(ids: readonly string[]): void {
    for (const id of this.#waiting.keys()) if (!ids.includes(id)) this.#waiting.delete(id);
    for (const id of ids) if (!this.#shown.includes(id)) this.#waiting.set(id, undefined);
    this.#shown = ids;
    this.#look();
  }

  #look(): void {
    const now = performance.now();
    const { visible, onSeen } = this.#options;
    for (const [id, since] of this.#waiting) {
      const from = visible(id) ? (since ?? now) : undefined;
      this.#waiting.set(id, from);
      if (from === undefined || now - from < SEEN_AFTER) continue;
      this.#waiting.delete(id);
      onSeen(id);
    }
    if (this.#waiting.size > 0) this.#looking ??= setInterval(() => this.#look(), LOOK_EVERY);
    else {
      clearInterval(this.#looking);
      this.#looking = undefined;
    }
  }
}
