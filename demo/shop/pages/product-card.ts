import type { Product } from '@vitrine/product-cues';
import { html, safeUrl, type Html } from '../html.ts';
import { productPath } from '../product-path.ts';
import { productPrice } from './product-price.ts';

export function productCard(product: Product): Html {
  const picture = product.images[0];
  return html`<li class="product-card">
    <a href="${productPath(product)}">
      <span class="picture">
        ${picture !== undefined && html`<img src="${safeUrl(picture)}" alt="" width="600" height="600" loading="lazy" />`}
        ${product.availability === 'out_of_stock' && html`<span class="tag">Sold out</span>`}
        ${product.availability === 'preorder' && html`<span class="tag">Pre-order</span>`}
      </span>
      <span class="name">${product.title}</span>
      ${productPrice(product)}
    </a>
  </li>`;
}
