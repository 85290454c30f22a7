import type { Product, Variant } from '@vitrine/product-cues';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { lineKey } from '../../commerce/add-tries.ts';
import type { OptionAxis } from '../../commerce/option-axes.ts';
import { VariantChoice } from '../../commerce/variant-choice.ts';
import { announcerOf } from '../../internal/announcer.ts';
import { defineOnce } from '../../internal/define-once.ts';
import { formatMoney } from '../../internal/format.ts';
import { safeUrl } from '../../internal/safe-url.ts';
import { INITIAL_STATE, type PlayerState, type PlayerStore } from '../../store/player-store.ts';
import { StoreController } from '../../store/store-controller.ts';
import { requestProduct } from '../bag/request-product.ts';
import { pictureOf, priceOf } from '../product-card/product-parts.ts';
import { Speaker } from '../speaker.ts';
import { alternatives } from './alternatives.ts';
import { optionGroup } from './option-group.ts';
import { type PickedOffer, pickedOffer } from './picked-offer.ts';
import { PICKER_TEXTS } from './picker.texts.ts';
import { quantityField } from './quantity-field.ts';
import { variantPickerStyles } from './vitrine-variant-picker.styles.ts';

/**
 * A product as one decides on it: its offer, what to choose by, how many. Follows the offers of the moment while it is open.
 *
 * @element vitrine-variant-picker
 */
export class VitrineVariantPicker extends LitElement {
  static override styles = variantPickerStyles;
  static override properties = {
    store: {},
    productId: {},
    choice: { state: true },
    quantity: { state: true },
    message: { state: true },
  };

  readonly #state = new StoreController(this, (state) => state);
  readonly #speaker = new Speaker(this);
  #product: Product | undefined;
  #hadFocus = false;

  declare store: PlayerStore | undefined;
  declare productId: string | undefined;
  declare private choice: VariantChoice | undefined;
  declare private quantity: number;
  /** What has happened, or has to be done first. */
  declare private message: string;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('store')) this.#state.use(this.store);
    const product = this.#now.products.find(({ id }) => id === this.productId);
    if (!product) this.choice = undefined;
    else if (!this.choice || product.id !== this.#product?.id) this.#begin(product);
    else if (product !== this.#product) this.#follow(product, this.choice);
    this.#product = product;
    this.#hadFocus = !!this.shadowRoot?.activeElement;
  }

  /** What had the focus may be gone with what it offered: what is next is to add it. */
  protected override updated(changed: PropertyValues): void {
    if (changed.has('message')) announcerOf(this).announce('choice', this.message);
    if (this.#hadFocus && !this.shadowRoot?.activeElement)
      this.renderRoot.querySelector<HTMLElement>('.action')?.focus({ preventScroll: true });
  }

  #begin(product: Product): void {
    this.choice = VariantChoice.of(product);
    this.quantity = 1;
    this.message = '';
  }

  /** The offer has changed under the shopper's hands: what was picked stays, and what is different is said. */
  #follow(product: Product, choice: VariantChoice): void {
    const before = this.#product && pickedOffer(this.#product, choice);
    this.choice = choice.renewed(product);
    const { price, availability } = pickedOffer(product, this.choice);
    if (availability !== before?.availability && availability === 'out_of_stock')
      this.message = this.#speaker.say(PICKER_TEXTS.soldOutNow);
    else if (price.amount !== before?.price.amount)
      this.message = this.#speaker.say(PICKER_TEXTS.priceNow, { price: this.#money(price) });
  }

  get #now(): PlayerState {
    return this.#state.value ?? INITIAL_STATE;
  }

  #money(money: Product['price']): string {
    return formatMoney(money, this.#speaker.language, this.#now.currency);
  }

  #pick(product: Product, choice: VariantChoice, axis: OptionAxis, value: string): void {
    const next = choice.pick(product, axis, value);
    const changes = choice.axes.flatMap(({ name }) => {
      const [before, now] = [choice.picks.get(name), next.picks.get(name)];
      if (name === axis.name || before === undefined || now === undefined || before === now) return [];
      return this.#speaker.say(PICKER_TEXTS.changed, { option: name, value: now, before });
    });
    this.choice = next;
    this.message = changes.join(this.#speaker.say(PICKER_TEXTS.separator));
  }

  #pickVariant(product: Product, choice: VariantChoice, variant: Variant): void {
    this.choice = choice.pickVariant(product, variant);
    this.message = '';
  }

  #add(product: Product, { missing, variant }: VariantChoice, { availability }: PickedOffer): void {
    const [first] = missing;
    if (first) {
      const names = missing.map(({ name }) => name || this.#speaker.say(PICKER_TEXTS.choose));
      const options = names.join(this.#speaker.say(PICKER_TEXTS.separator));
      this.message = this.#speaker.say(PICKER_TEXTS.missing, { options });
      this.renderRoot
        .querySelector<HTMLElement>(`fieldset[data-axis="${CSS.escape(first.name)}"] input`)
        ?.focus();
    } else if (availability === 'out_of_stock') this.message = this.#speaker.say(PICKER_TEXTS.soldOut);
    else {
      this.message = '';
      requestProduct(this, this.store, 'vitrine-add-to-cart', product, { variant, quantity: this.quantity });
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const product = this.#product;
    const { choice } = this;
    if (!product || !choice) return nothing;
    const { products, currency } = this.#now;
    const offer = pickedOffer(product, choice);
    const url = safeUrl(product.url, document.baseURI);
    return html`
      ${this.#about(product, offer)}
      ${choice.axes.map((axis) =>
        optionGroup(axis, choice, this.#speaker, (value) => this.#pick(product, choice, axis, value)),
      )}
      ${
        offer.availability === 'out_of_stock'
          ? alternatives({
              product,
              products,
              choice,
              currency,
              speaker: this.#speaker,
              onVariant: (variant) => this.#pickVariant(product, choice, variant),
              onProduct: (other) => requestProduct(this, this.store, 'vitrine-product-open', other),
            })
          : this.#buy(product, choice, offer)
      }
      <p class="message">${this.message}</p>
      ${url ? html`<a href=${url} target="_blank" rel="noopener">${this.#speaker.say(PICKER_TEXTS.viewPage)}</a>` : nothing}
    `;
  }

  #about(product: Product, { isLowest, ...offer }: PickedOffer): TemplateResult {
    const { currency } = this.#now;
    const from = isLowest && this.#speaker.say(PICKER_TEXTS.from, { price: this.#money(offer.price) });
    return html`<div class="product">
      ${pictureOf(product)}
      <div class="about">
        ${product.brand ? html`<span class="quiet" dir="auto">${product.brand}</span>` : nothing}
        ${from && offer.availability !== 'out_of_stock' ? html`<bdi class="price">${from}</bdi>` : priceOf(offer, this.#speaker, currency)}
        ${offer.availability === 'in_stock' ? html`<span class="quiet">${this.#speaker.say(PICKER_TEXTS.inStock)}</span>` : nothing}
      </div>
    </div>`;
  }

  #buy(product: Product, choice: VariantChoice, offer: PickedOffer): TemplateResult {
    const attempt =
      choice.missing.length === 0 ? this.#now.tries?.[lineKey(product, choice.variant)] : undefined;
    const { text, label } = attempt ?? { text: PICKER_TEXTS.add, label: PICKER_TEXTS.addProduct };
    return html`<div class="buy">
        ${quantityField(this.quantity, this.#speaker, (quantity) => (this.quantity = quantity))}
        <button
          class="action"
          data-try=${attempt?.state ?? nothing}
          aria-label=${this.#speaker.say(label, { title: product.title })}
          @click=${() => this.#add(product, choice, offer)}
        >
          ${this.#speaker.say(text)}
        </button>
      </div>
      ${attempt?.problem ? html`<p class="problem">${this.#speaker.say(attempt.problem)}</p>` : nothing}`;
  }
}

defineOnce('vitrine-variant-picker', VitrineVariantPicker);
