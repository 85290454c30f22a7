import type { Product, Variant } from '@vitrine/product-cues';
import { html, nothing, type TemplateResult } from 'lit';
import { isBuyable } from '../../commerce/availability.ts';
import { offerOf } from '../../commerce/offer.ts';
import { similarProducts } from '../../commerce/similar-products.ts';
import type { VariantChoice } from '../../commerce/variant-choice.ts';
import { pictureOf, priceOf } from '../product-card/product-parts.ts';
import type { Speaker } from '../speaker.ts';
import { PICKER_TEXTS } from './picker.texts.ts';

/** Choices that are offered in the place of one that is sold out; all of them can be had above. */
const MOST_VARIANTS = 4;

interface Offers {
  readonly product: Product;
  readonly products: readonly Product[];
  readonly choice: VariantChoice;
  readonly currency: string | null | undefined;
  readonly speaker: Speaker;
  readonly onVariant: (variant: Variant) => void;
  readonly onProduct: (product: Product) => void;
}

/** What to have in the place of what is sold out: other choices of the product, or else other products. */
export function alternatives(offers: Offers): TemplateResult | typeof nothing {
  const { choice } = offers;
  const variants = choice.nearest().filter(isBuyable).slice(0, MOST_VARIANTS);
  return variants.length > 0 ? otherVariants(variants, offers) : otherProducts(offers);
}

function otherVariants(variants: readonly Variant[], { choice, speaker, onVariant }: Offers): TemplateResult {
  const separator = speaker.say(PICKER_TEXTS.separator);
  return html`<section class="others">
    <h3>${speaker.say(PICKER_TEXTS.otherVariants)}</h3>
    <div class="values">
      ${variants.map(
        (variant) =>
          html`<button class="other" dir="auto" @click=${() => onVariant(variant)}>
            ${choice.axes.map(({ valueOf }) => valueOf(variant)).join(separator)}
          </button>`,
      )}
    </div>
  </section>`;
}

function otherProducts({
  product,
  products,
  currency,
  speaker,
  onProduct,
}: Offers): TemplateResult | typeof nothing {
  const similar = similarProducts(product, products);
  if (similar.length === 0) return nothing;
  return html`<section class="others">
    <h3>${speaker.say(PICKER_TEXTS.similar)}</h3>
    <ul>
      ${similar.map(
        (other) =>
          html`<li>
            <button class="open" @click=${() => onProduct(other)}>
              ${pictureOf(other, 'lazy')}
              <span class="about">
                <span class="name" dir="auto">${other.title}</span>
                ${priceOf(offerOf(other), speaker, currency)}
              </span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
