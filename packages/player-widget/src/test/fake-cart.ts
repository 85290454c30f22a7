import type { Cart, CartAdapter, CartLine, NewCartLine } from '../commerce/cart-adapter.ts';

/** A page's cart. It answers in a later task, as a server would, and changes its lines in place, as many a page does. */
export class FakeCart implements CartAdapter {
  readonly lines: CartLine[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #refusals: unknown[] = [];
  #running = 0;
  /** How many adds there were at once, at most. */
  most = 0;
  /** What read() gives instead of the cart. */
  answer: unknown = undefined;
  checkoutUrl: string | undefined = 'https://shop.example/checkout';
  /** Holds every add until it is let go. */
  held: Promise<unknown> = Promise.resolve();

  get listeners(): number {
    return this.#listeners.size;
  }

  /** The next add rejects with this. */
  refuse(cause: unknown): void {
    this.#refusals.push(cause);
  }

  async add({ product, variant, quantity }: NewCartLine): Promise<void> {
    this.#running += 1;
    this.most = Math.max(this.most, this.#running);
    await this.held;
    await new Promise((resolve) => setTimeout(resolve));
    this.#running -= 1;
    if (this.#refusals.length > 0) throw this.#refusals.shift();
    this.change([
      ...this.lines,
      { productId: product.id, ...(variant && { variantId: variant.id }), quantity },
    ]);
  }

  change(lines: readonly CartLine[]): void {
    this.lines.splice(0, this.lines.length, ...lines);
    for (const listener of this.#listeners) listener();
  }

  read(): Cart {
    const { lines, checkoutUrl } = this;
    if (this.answer !== undefined) return this.answer as Cart;
    const amount = lines.reduce((sum, { quantity }) => sum + quantity * 1900, 0);
    return { lines, total: { amount, currency: 'EUR' }, ...(checkoutUrl && { checkoutUrl }) };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
