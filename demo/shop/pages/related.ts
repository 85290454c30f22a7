import type { Product } from '@vitrine/product-cues';
import { html, type Html } from '../html.ts';
import { productCard } from './product-card.ts';

export function related(products: readonly Product[], shown: Product): Html {
  const others = products.filter(({ id }) => id !== shown.id);
  return html`<section class="related" aria-labelledby="related-title">
    <header>
      <h2 id="related-title">From the same table</h2>
      <a href="/products">See all ${products.length}</a>
    </header>
    <ul class="product-grid">
      ${others.map(productCard)}
    </ul>
  </section>`;
}
