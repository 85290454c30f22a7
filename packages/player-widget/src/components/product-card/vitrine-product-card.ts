import type { Money, Product } from '@vitrine/product-cues';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { actionOf, type ProductAction, type ProductRequestType } from '../../commerce/product-requests.ts';
import { formatMoney } from '../../internal/format.ts';
import { safeUrl } from '../../internal/safe-url.ts';
import { Speaker } from '../speaker.ts';
import { PRODUCT_TEXTS } from './product.texts.ts';
import { productCardStyles } from './vitrine-product-card.styles.ts';

const { add, addProduct, choose, chooseProduct, similar, similarTo } = PRODUCT_TEXTS;

const ACTIONS: Readonly<Record<ProductAction, { text: string; label: string; request: ProductRequestType }>> =
  {
    add: { text: add, label: addProduct, request: 'vitrine-add-to-cart' },
    choose: { text: choose, label: chooseProduct, request: 'vitrine-product-open' },
    similar: { text: similar, label: similarTo, request: 'vitrine-product-open' },
  };

/**
 * A product in four things: picture, name, price, one button. Compact, it is its picture alone.
 *
 * @element vitrine-product-card
 * @attr {boolean} compact - The picture alone.
 */
export class VitrineProductCard extends LitElement {
  static override styles = productCardStyles;
  static override properties = { product: {}, compact: { type: Boolean, reflect: true }, onRequest: {} };

  readonly #speaker = new Speaker(this);

  declare product: Product | undefined;
  declare compact: boolean;
  declare onRequest: ((type: ProductRequestType) => void) | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { product } = this;
    if (!product) return nothing;
    const { title } = product;
    return html`<article class="card">
      <button
        class="open"
        aria-label=${this.compact ? this.#speaker.say(PRODUCT_TEXTS.openProduct, { title }) : nothing}
        title=${this.compact ? title : nothing}
        @click=${() => this.onRequest?.('vitrine-product-open')}
      >
        ${this.#picture(product)}
        ${this.compact ? nothing : html`<span class="about"><span class="name" dir="auto">${title}</span>${this.#price(product)}</span>`}
      </button>
      ${this.compact ? nothing : this.#action(product)}
    </article>`;
  }

  #picture({ images }: Product): TemplateResult {
    const image = safeUrl(images[0], document.baseURI);
    return html`<span class="picture">
      ${image ? html`<img src=${image} alt="" decoding="async" @error=${this.#onBrokenImage} />` : nothing}
    </span>`;
  }

  #price({ price, compareAtPrice, availability }: Product): TemplateResult {
    if (availability === 'out_of_stock')
      return html`<span class="price quiet">${this.#speaker.say(PRODUCT_TEXTS.soldOut)}</span>`;
    const { language } = this.#speaker;
    const before = isReduced(price, compareAtPrice) ? compareAtPrice : undefined;
    return html`<span class="price">
      ${
        before
          ? html`<span class="spoken">${this.#speaker.say(PRODUCT_TEXTS.now)}</span>
              <b>${formatMoney(price, language)}</b>
              <span class="spoken">${this.#speaker.say(PRODUCT_TEXTS.was)}</span>
              <s>${formatMoney(before, language)}</s>`
          : formatMoney(price, language)
      }
      ${availability === 'preorder' ? html`<span class="quiet">${this.#speaker.say(PRODUCT_TEXTS.preorder)}</span>` : nothing}
    </span>`;
  }

  #action(product: Product): TemplateResult {
    const action = actionOf(product);
    const { text, label, request } = ACTIONS[action];
    return html`<button
      class="action"
      ?data-quiet=${action === 'similar'}
      aria-label=${this.#speaker.say(label, { title: product.title })}
      @click=${() => this.onRequest?.(request)}
    >
      ${this.#speaker.say(text)}
    </button>`;
  }

  #onBrokenImage({ target }: Event): void {
    if (target instanceof HTMLElement) target.hidden = true;
  }
}

function isReduced(price: Money, before: Money | undefined): before is Money {
  return before !== undefined && before.currency === price.currency && before.amount > price.amount;
}
