import type { Product } from '@vitrine/product-cues';

/** A child for each product in a box, in their order. One that stays is neither made anew nor moved without need: it may have the focus. */
export class KeyedChildren<Child extends HTMLElement> {
  readonly #make: () => Child;
  #children = new Map<string, Child>();

  constructor(make: () => Child) {
    this.#make = make;
  }

  show(
    box: Element | null,
    products: readonly Product[],
    fill: (child: Child, product: Product, index: number) => void,
  ): void {
    const children = new Map<string, Child>();
    for (const { id } of products) children.set(id, this.#children.get(id) ?? this.#make());
    for (const [id, child] of this.#children) if (!children.has(id)) child.remove();
    this.#children = children;
    products.forEach((product, index) => {
      const child = children.get(product.id);
      if (!box || !child) return;
      fill(child, product, index);
      const place = box.children[index] ?? null;
      if (place !== child) box.insertBefore(child, place);
    });
  }
}
