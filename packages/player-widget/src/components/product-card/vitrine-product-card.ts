import type { Product } from '@vitrine/product-cues';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { AddTry } from '../../commerce/add-tries.ts';
import { offerOf } from '../../commerce/offer.ts';
import type { ProductRequestType } from '../../commerce/product-requests.ts';
import { Speaker } from '../speaker.ts';
import { actionButton } from './product-action.ts';
import { pictureOf, priceOf } from './product-parts.ts';
import { PRODUCT_TEXTS } from './product.texts.ts';
import { productCardStyles } from './vitrine-product-card.styles.ts';

/**
 * A product in four things: picture, name, price, one button. Compact, it is its picture alone.
 *
 * @element vitrine-product-card
 * @attr {boolean} compact - The picture alone.
 * @slot - What belongs to the card as a whole.
 */
export class VitrineProductCard extends LitElement {
  static override styles = productCardStyles;
  static override properties = {
    product: {},
    currency: {},
    attempt: {},
    compact: { type: Boolean, reflect: true },
    onRequest: {},
  };

  readonly #speaker = new Speaker(this);

  declare product: Product | undefined;
  /** The currency that shoppers expect. */
  declare currency: string | null | undefined;
  declare attempt: AddTry | undefined;
  declare compact: boolean;
  declare onRequest: ((type: ProductRequestType) => void) | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { product, attempt, compact } = this;
    if (!product) return nothing;
    const { title } = product;
    return html`<article class="card">
      <button
        class="open"
        aria-label=${compact ? this.#speaker.say(PRODUCT_TEXTS.openProduct, { title }) : nothing}
        title=${compact ? title : nothing}
        @click=${() => this.onRequest?.('vitrine-product-open')}
      >
        ${pictureOf(product)}
        ${
          compact
            ? nothing
            : html`<span class="about">
                <span class="name" dir="auto">${title}</span>
                ${priceOf(offerOf(product), this.#speaker, this.currency)}
                ${attempt?.problem ? html`<span class="problem">${this.#speaker.say(attempt.problem)}</span>` : nothing}
              </span>`
        }
      </button>
      ${compact ? nothing : actionButton(product, this.#speaker, attempt, this.onRequest)}
      <slot></slot>
    </article>`;
  }
}
