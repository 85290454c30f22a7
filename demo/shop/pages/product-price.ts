import type { Product } from '@vitrine/product-cues';
import { html, type Html } from '../html.ts';
import { formatPrice } from '../price.ts';

export function productPrice({ price, compareAtPrice }: Product): Html {
  if (!compareAtPrice || compareAtPrice.amount <= price.amount) {
    return html`<p class="price">${formatPrice(price)}</p>`;
  }
  return html`<p class="price">
    <span class="now"><span class="hidden">Now </span>${formatPrice(price)}</span>
    <s><span class="hidden">Before </span>${formatPrice(compareAtPrice)}</s>
  </p>`;
}
