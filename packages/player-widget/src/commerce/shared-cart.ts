import { onAbort } from '../internal/on-abort.ts';
import {
  CART_REASONS,
  type Cart,
  type CartAdapter,
  type CartReason,
  type NewCartLine,
} from './cart-adapter.ts';

/** Milliseconds without an answer after which a shopper is told that there is none. */
const PATIENCE = 15_000;

export type AddFailure = CartReason | 'no_answer' | 'failed';

/** What came of adding. */
export type Added =
  { readonly ok: true } | { readonly ok: false; readonly failure: AddFailure; readonly cause: unknown };

interface CartListener {
  onCart(cart: Cart): void;
  /** The cart could not be read: what was known stands, and the page may answer the next time. */
  onProblem(cause: unknown): void;
}

/** One for each adapter, however many players have it: what one of them adds all of them know. */
const carts = new WeakMap<CartAdapter, SharedCart>();

/** A page's cart as players see it. Adds go one after the other, since many a shop reads, changes and writes its cart. */
export class SharedCart {
  readonly #adapter: CartAdapter;
  readonly #listeners = new Set<CartListener>();
  #cart: Cart | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #unsubscribe: (() => void) | void = undefined;
  #looks = 0;
  #read = '';

  private constructor(adapter: CartAdapter) {
    this.#adapter = adapter;
  }

  static of(adapter: CartAdapter): SharedCart {
    const known = carts.get(adapter) ?? new SharedCart(adapter);
    carts.set(adapter, known);
    return known;
  }

  /** As it was last read; `undefined` until then. */
  get cart(): Cart | undefined {
    return this.#cart;
  }

  /** Calls back when the cart has been read and differs. The page is listened to for as long as somebody listens here. */
  subscribe(listener: CartListener, { signal }: { signal: AbortSignal }): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#listen();
    onAbort(signal, () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
    });
  }

  add(line: NewCartLine): Promise<Added> {
    const added = this.#queue.then(() => this.#add(line));
    this.#queue = added;
    return added;
  }

  #listen(): void {
    try {
      this.#unsubscribe = this.#adapter.subscribe?.(() => void this.#look());
    } catch (cause) {
      // It is read after each add all the same.
      this.#complain(cause);
    }
    void this.#look();
  }

  async #add(line: NewCartLine): Promise<Added> {
    const waiting = new AbortController();
    const late = new Promise<Added>((resolve) => {
      const timer = setTimeout(
        () => resolve({ ok: false, failure: 'no_answer', cause: undefined }),
        PATIENCE,
      );
      onAbort(waiting.signal, () => clearTimeout(timer));
    });
    const added = await Promise.race([this.#ask(line), late]);
    waiting.abort();
    void this.#look();
    return added;
  }

  async #ask(line: NewCartLine): Promise<Added> {
    try {
      await this.#adapter.add(line);
      return { ok: true };
    } catch (cause) {
      return { ok: false, failure: reasonOf(cause), cause };
    }
  }

  async #look(): Promise<void> {
    const turn = (this.#looks += 1);
    try {
      // A copy: many a page changes its cart in place.
      const read = JSON.stringify(await this.#adapter.read());
      // An older answer that comes late says nothing.
      if (turn !== this.#looks || read === this.#read) return;
      this.#read = read;
      const cart: Cart = JSON.parse(read);
      if (!Array.isArray(cart.lines)) throw new TypeError('read() of the cart should give {lines: […]}.');
      this.#cart = cart;
      for (const { onCart } of this.#listeners) onCart(cart);
    } catch (cause) {
      this.#complain(cause);
    }
  }

  #complain(cause: unknown): void {
    for (const { onProblem } of this.#listeners) onProblem(cause);
  }
}

function reasonOf(cause: unknown): AddFailure {
  const reason = typeof cause === 'object' && cause && 'reason' in cause ? cause.reason : undefined;
  return CART_REASONS.find((known) => known === reason) ?? 'failed';
}
