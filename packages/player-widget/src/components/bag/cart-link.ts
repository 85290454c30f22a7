import { type AddTry, lineKey } from '../../commerce/add-tries.ts';
import type { Cart } from '../../commerce/cart-adapter.ts';
import type { ProductRequest } from '../../commerce/product-requests.ts';
import { SharedCart } from '../../commerce/shared-cart.ts';
import { wait } from '../../internal/wait.ts';
import { PlayerError } from '../../media/player-error.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import { tell } from '../player/tell.ts';
import { ADD_PROBLEMS, BAG_TEXTS } from './bag.texts.ts';

/** Milliseconds for which a button says that it has done it. */
const CONFIRMED = 2_000;

const { add, addProduct, added, addedProduct, again, againProduct } = BAG_TEXTS;

const ADDING: AddTry = { state: 'adding', text: add, label: addProduct };
const ADDED: AddTry = { state: 'added', text: added, label: addedProduct };

interface LinkOptions {
  /** The player: it tells the page. */
  readonly host: HTMLElement;
  readonly store: PlayerStore;
  readonly onChange: () => void;
  /** Something to tell the shopper: English, with a `{title}`. */
  readonly onNews: (text: string, title: string) => void;
  readonly signal: AbortSignal;
}

/** Joins a player and the page's cart: what is wanted goes there, and what comes of it is known on every button. */
export class CartLink {
  readonly #options: LinkOptions;
  #shared: SharedCart | undefined;
  #following: AbortController | undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
    const { store, signal } = options;
    store.subscribe(() => this.#follow(), { signal });
    this.#follow();
  }

  get cart(): Cart | undefined {
    return this.#shared?.cart;
  }

  async add({ product, variant, quantity }: ProductRequest): Promise<void> {
    const { onNews, signal } = this.#options;
    const { title } = product;
    const key = lineKey(product, variant);
    this.#set(key, ADDING);
    const result = await this.#shared?.add({ product, variant, quantity });
    if (signal.aborted || !result) return this.#set(key, undefined);
    if (!result.ok) {
      const problem = ADD_PROBLEMS[result.failure];
      this.#set(key, { state: 'failed', text: again, label: againProduct, problem });
      onNews(problem, title);
      return this.#complain(result.cause ?? 'add() has not settled in time.');
    }
    this.#set(key, ADDED);
    onNews(addedProduct, title);
    await wait(CONFIRMED, { signal });
    this.#set(key, undefined);
  }

  #set(key: string, attempt: AddTry | undefined): void {
    const { store } = this.#options;
    const { [key]: _, ...others } = store.state.tries ?? {};
    store.update({ tries: attempt ? { ...others, [key]: attempt } : others });
  }

  #follow(): void {
    const { store, host, onChange, signal } = this.#options;
    const adapter = store.state.cart;
    const shared = adapter && SharedCart.of(adapter);
    if (shared === this.#shared) return;
    this.#following?.abort();
    this.#shared = shared;
    onChange();
    if (!shared) return;
    this.#following = new AbortController();
    // What was in it before one came is no change.
    let known = shared.cart !== undefined;
    const take = (cart: Cart): void => {
      onChange();
      if (known) tell(host, 'vitrine-cart-changed', { cart });
      known = true;
    };
    shared.subscribe(
      { onCart: take, onProblem: (cause) => this.#complain(cause) },
      { signal: AbortSignal.any([signal, this.#following.signal]) },
    );
  }

  #complain(cause: unknown): void {
    const { code, message, fatal } = new PlayerError('CART_FAILED', wordsOf(cause));
    tell(this.#options.host, 'vitrine-error', { code, message, fatal });
  }
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
