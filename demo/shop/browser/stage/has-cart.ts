// Runs before the player: a page with a cart of its own.
interface Offer {
  readonly id: string;
  readonly price: { readonly amount: number; readonly currency: string };
}

interface Line {
  readonly product: Offer;
  readonly variant?: Offer;
  readonly quantity: number;
}

const lines: Line[] = [];
const listeners = new Set<() => void>();

const cart = {
  async add(line: Line): Promise<void> {
    lines.push(line);
    for (const listener of listeners) listener();
  },
  read() {
    const [first] = lines;
    const amount = lines.reduce(
      (sum, { product, variant, quantity }) => sum + (variant ?? product).price.amount * quantity,
      0,
    );
    return {
      lines: lines.map(({ product, variant, quantity }) => ({
        productId: product.id,
        ...(variant && { variantId: variant.id }),
        quantity,
      })),
      ...(first && { total: { ...first.product.price, amount } }),
      checkoutUrl: '/',
    };
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

addEventListener('DOMContentLoaded', () => {
  const player = document.querySelector('vitrine-player');
  if (player) Object.assign(player, { cart });
});

export {};
