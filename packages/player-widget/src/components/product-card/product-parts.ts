import type { Product } from '@vitrine/product-cues';
import { html, nothing, type TemplateResult } from 'lit';
import type { Offer } from '../../commerce/offer.ts';
import { formatMoney } from '../../internal/format.ts';
import { safeUrl } from '../../internal/safe-url.ts';
import type { Speaker } from '../speaker.ts';
import { PRODUCT_TEXTS } from './product.texts.ts';

const { now, was, soldOut, preorder } = PRODUCT_TEXTS;

/** A product's first picture; a calm surface where it has none that can be shown. */
export function pictureOf({ images }: Product, loading: 'eager' | 'lazy' = 'eager'): TemplateResult {
  const image = safeUrl(images[0], document.baseURI);
  return html`<span class="picture">
    ${image ? html`<img src=${image} alt="" loading=${loading} decoding="async" @error=${remove} />` : nothing}
  </span>`;
}

function remove({ target }: Event): void {
  if (target instanceof Element) target.remove();
}

/** The price, with the old one where there are two, and that of a unit where it is known; or that it is sold out. */
export function priceOf(
  { price, before, unitPrice, availability }: Offer,
  speaker: Speaker,
  currency: string | null | undefined,
): TemplateResult {
  const money = (value: typeof price): string => formatMoney(value, speaker.language, currency);
  if (availability === 'out_of_stock') return html`<span class="price quiet">${speaker.say(soldOut)}</span>`;
  return html`<span class="price">
    ${
      before
        ? html`<span class="spoken">${speaker.say(now)}</span>
            <b>${money(price)}</b>
            <span class="spoken">${speaker.say(was)}</span>
            <s>${money(before)}</s>`
        : html`<bdi>${money(price)}</bdi>`
    }
    ${availability === 'preorder' ? html`<span class="quiet">${speaker.say(preorder)}</span>` : nothing}
    ${unitPrice ? html`<bdi class="unit">${money(unitPrice.price)} / <bdi>${unitPrice.unit}</bdi></bdi>` : nothing}
  </span>`;
}
