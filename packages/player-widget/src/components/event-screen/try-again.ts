import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Once for each failure that the network may have had a part in: what the button does, when the browser says that it is back. */
export class TryAgainOnline implements ReactiveController {
  #failure: unknown;
  #waiting = new AbortController();

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** `undefined` where there is nothing to try. */
  follow(failure: unknown, again: () => void): void {
    if (failure === this.#failure) return;
    this.hostDisconnected();
    this.#failure = failure;
    if (failure === undefined) return;
    this.#waiting = new AbortController();
    addEventListener('online', again, { once: true, signal: this.#waiting.signal });
  }

  hostDisconnected(): void {
    this.#waiting.abort();
    this.#failure = undefined;
  }
}
