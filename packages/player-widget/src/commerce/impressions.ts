/** Milliseconds for which a product has to be visible before it counts as seen. */
const SEEN_AFTER = 1_000;

/** Tells once for each stretch in which a product is shown that it has been visible for a second. */
export class Impressions {
  readonly #onSeen: (id: string) => void;
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #visible: (id: string) => boolean;

  constructor(options: {
    onSeen: (id: string) => void;
    visible: (id: string) => boolean;
    signal: AbortSignal;
  }) {
    this.#onSeen = options.onSeen;
    this.#visible = options.visible;
    options.signal.addEventListener('abort', () => this.show([]), { once: true });
  }

  /** All products that are on screen from now on. */
  show(ids: readonly string[]): void {
    for (const [id, timer] of this.#waiting) {
      if (ids.includes(id)) continue;
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
    for (const id of ids) if (!this.#waiting.has(id)) this.#wait(id);
  }

  #wait(id: string): void {
    this.#waiting.set(
      id,
      // The id stays in the map after it was told, so that it is told once for each stretch.
      setTimeout(() => (this.#visible(id) ? this.#onSeen(id) : this.#wait(id)), SEEN_AFTER),
    );
  }
}
