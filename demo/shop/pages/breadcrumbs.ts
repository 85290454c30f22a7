import type { Product } from '@vitrine/product-cues';
import { html, type Html } from '../html.ts';
import { copyFor } from '../shop-copy.ts';

export function breadcrumbs(product: Product): Html {
  const { room } = copyFor(product.id);
  return html`<nav class="breadcrumbs" aria-label="Breadcrumbs">
    <a href="/products">Shop</a><a href="/products?room=${room}">${room}</a
    ><span aria-current="page">${product.title}</span>
  </nav>`;
}
