import type { Product } from '@vitrine/product-cues';
import { html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { copyFor } from '../shop-copy.ts';
import { breadcrumbs } from './breadcrumbs.ts';
import { buyBox } from './buy-box.ts';
import { layout } from './layout.ts';
import { photos } from './photos.ts';
import { related } from './related.ts';

export function productPage(product: Product, context: PageContext): string {
  const main = html`${breadcrumbs(product)}
    <div class="product alone">${photos(product)} ${buyBox(product)}</div>
    <p class="seen-on">
      <span>Seen in our evenings from the studio.</span> <a href="/#watch">Watch it on the table</a>
    </p>
    ${related(context.products, product)}`;
  return layout({ title: product.title, description: copyFor(product.id).lead, main }, context);
}
