import { html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { copyFor, ROOMS, type Room } from '../shop-copy.ts';
import { layout } from './layout.ts';
import { productCard } from './product-card.ts';

/** All products, or those for one room. */
export function rangePage(room: Room | undefined, context: PageContext): string {
  const shown = context.products.filter(({ id }) => room === undefined || copyFor(id).room === room);
  const title = room ?? 'Everything';
  const main = html`<section class="range">
    <h1>${title}</h1>
    <nav class="rooms" aria-label="Rooms">
      <a href="/products" ${room === undefined && html`aria-current="page"`}>Everything</a>
      ${ROOMS.map(
        (name) =>
          html`<a href="/products?room=${name}" ${room === name && html`aria-current="page"`}>${name}</a>`,
      )}
    </nav>
    <ul class="product-grid">
      ${shown.map(productCard)}
    </ul>
  </section>`;
  return layout({ title, main }, context);
}
