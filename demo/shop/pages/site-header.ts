import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { ROOMS } from '../shop-copy.ts';
import { BAG_ICON } from './icons.ts';

export function siteHeader({ products }: PageContext): Html {
  return html`<p class="notice">
      <span>Free delivery from €60</span><span class="wide">60 days to change your mind</span
      ><span class="wide">${products.length} pieces, made to be used</span>
    </p>
    <header class="site-header">
      <nav aria-label="Shop" class="site-nav">
        <a href="/products">All</a>
        ${ROOMS.map((room) => html`<a href="/products?room=${room}">${room}</a>`)}
      </nav>
      <a class="wordmark" href="/">Maison Alder</a>
      <div class="site-tools">
        <a class="on-air-link" href="/" data-on-air hidden><i aria-hidden="true"></i>Live now</a>
        <button type="button" class="bag-button" data-open-bag>
          ${BAG_ICON}<span>Bag</span> <output class="bag-count" data-bag-count>0</output>
        </button>
      </div>
    </header>`;
}
