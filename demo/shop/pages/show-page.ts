import type { Product } from '@vitrine/product-cues';
import { html, safeUrl, type Html } from '../html.ts';
import type { ListedEvent } from '../listed-event.ts';
import type { PageContext } from '../page-context.ts';
import { copyFor } from '../shop-copy.ts';
import { breadcrumbs } from './breadcrumbs.ts';
import { buyBox } from './buy-box.ts';
import { eventList } from './event-list.ts';
import { layout } from './layout.ts';
import { photos } from './photos.ts';
import { qaPanel } from './qa-panel.ts';
import { related } from './related.ts';

interface Show {
  readonly product: Product;
  readonly events: readonly ListedEvent[];
  /** Id or slug of the event to play. */
  readonly event: string | undefined;
}

/** What a retailer pastes into a page: one script tag (in `head`) and this element. */
function player(event: string, poster: string | undefined, { serviceUrl, cdnUrl }: PageContext): Html {
  return html`<vitrine-player
    service="${serviceUrl}"
    event-id="${event}"
    cdn="${cdnUrl}"
    ${poster !== undefined && html`poster="${safeUrl(poster)}"`}
  ></vitrine-player>`;
}

/** The product page with the event in the place where a video would be. */
export function showPage({ product, events, event }: Show, context: PageContext): string {
  const poster = events.find(({ id, slug }) => id === event || slug === event)?.poster;
  const main = html`${breadcrumbs(product)}
    <div class="product with-show">
      <section class="stage" aria-label="From the studio">
        ${
          event === undefined
            ? html`<p class="no-show">The studio opens soon.</p>`
            : player(event, poster, context)
        }
        <div class="watch" id="watch">
          <h2>From the studio</h2>
          <ul data-events data-selected="${event}">
            ${eventList(events, event)}
          </ul>
        </div>
      </section>
      ${buyBox(product)} ${photos(product)}
    </div>
    ${related(context.products, product)}`;
  const head = html`<link rel="preconnect" href="${context.serviceUrl}" crossorigin />
    <script type="module" src="${context.cdnUrl}/vitrine/vitrine.js"></script>
    <link rel="stylesheet" href="/assets/qa.css" />
    <script type="module" src="/assets/qa.js"></script>`;
  return layout(
    {
      title: product.title,
      description: copyFor(product.id).lead,
      main,
      head,
      aside: qaPanel(context.products),
    },
    context,
  );
}
