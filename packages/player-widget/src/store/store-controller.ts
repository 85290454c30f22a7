import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PlayerState, PlayerStore } from './player-store.ts';

/** Lets a component render again when the part of the store that it selects has changed. */
export class StoreController<Selected> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #select: (state: PlayerState) => Selected;
  #store: PlayerStore | undefined;
  #connection: AbortController | undefined;
  #selected: Selected | undefined;

  constructor(host: ReactiveControllerHost, select: (state: PlayerState) => Selected) {
    this.#host = host;
    this.#select = select;
    host.addController(this);
  }

  get value(): Selected | undefined {
    return this.#store && this.#select(this.#store.state);
  }

  /** Components get their store as a property: call this whenever it is set. */
  use(store: PlayerStore | undefined): void {
    if (store === this.#store) return;
    this.hostDisconnected();
    this.#store = store;
    this.hostConnected();
  }

  hostConnected(): void {
    if (!this.#store || this.#connection) return;
    this.#connection = new AbortController();
    this.#selected = this.value;
    this.#store.subscribe(() => this.#compare(), { signal: this.#connection.signal });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#connection = undefined;
  }

  #compare(): void {
    const next = this.value;
    if (Object.is(next, this.#selected)) return;
    this.#selected = next;
    this.#host.requestUpdate();
  }
}
