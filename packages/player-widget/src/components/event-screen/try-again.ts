import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds before the first look, by how much longer each next pause is, and the longest one. */
const FIRST = 4_000;
const GROWTH = 1.7;
const LONGEST = 60_000;
/** Looks without a picture in between: then the button is what is left, and the browser's word that it is online. */
const LOOKS = 12;

interface Failure {
  /** Stays the same for as long as it is the same failure. */
  readonly of: unknown;
  /** Does what the button does. */
  readonly again: () => void;
  /** Whether another attempt may work out; without it only the browser's word counts. */
  readonly isThere?: ((signal: AbortSignal) => Promise<boolean>) | undefined;
}

/**
 * Does by itself what the button does, once for each failure that the network may have had a part in: when the browser says that
 * it is back, or when what failed is seen to be there again. Until then the screen stays as it is.
 */
export class TryAgain implements ReactiveController {
  #failure: unknown;
  #waiting = new AbortController();
  #looks = 0;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** `undefined` where there is nothing to try. */
  follow(failure: Failure | undefined): void {
    if (failure?.of === this.#failure) return;
    this.hostDisconnected();
    if (!failure) return;
    this.#failure = failure.of;
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    const again = (): void => {
      this.#waiting.abort();
      failure.again();
    };
    addEventListener('online', again, { once: true, signal });
    this.#plan({ ...failure, again }, signal);
  }

  /** It plays: the next failure is looked after as often. */
  succeeded(): void {
    this.#looks = 0;
  }

  hostDisconnected(): void {
    this.#waiting.abort();
    this.#failure = undefined;
  }

  #plan(failure: Failure, signal: AbortSignal): void {
    const { isThere, again } = failure;
    if (!isThere || this.#looks >= LOOKS) return;
    const pause = Math.min(LONGEST, FIRST * GROWTH ** this.#looks);
    const look = async (): Promise<void> => {
      // Nobody sees it: later.
      if (!document.hidden) {
        this.#looks += 1;
        if (await isThere(signal)) return signal.aborted ? undefined : again();
      }
      if (!signal.aborted) this.#plan(failure, signal);
    };
    // Not by `wait`, which comes with what opens an event: this has to be here where that did not arrive.
    const timer = setTimeout(() => void look(), pause);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }
}
