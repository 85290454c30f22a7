import type { Product } from '@vitrine/product-cues';
import { html, safeUrl, type Html } from '../html.ts';
import { copyFor } from '../shop-copy.ts';

/** The product's pictures, and a word from its maker where there is one picture only. */
export function photos({ id, title, images }: Product): Html {
  return html`<div class="photos">
    ${images.map((image) => html`<img src="${safeUrl(image)}" alt="${title}" width="640" height="640" />`)}
    ${
      images.length % 2 === 1 &&
      html`<blockquote class="maker">
        <p>${copyFor(id).quote}</p>
        <footer>From the workshop</footer>
      </blockquote>`
    }
  </div>`;
}
