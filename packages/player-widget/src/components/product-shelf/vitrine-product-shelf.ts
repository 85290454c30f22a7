import type { Product, Timeline } from '@vitrine/product-cues';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { lineKey } from '../../commerce/add-tries.ts';
import { offerOf } from '../../commerce/offer.ts';
import { onlyVariant } from '../../commerce/only-variant.ts';
import type { ProductRequestType } from '../../commerce/product-requests.ts';
import { firstMoments } from '../../cues/first-moments.ts';
import { goToProduct } from '../../cues/go-to-product.ts';
import { isReachable } from '../../cues/is-reachable.ts';
import { defineOnce } from '../../internal/define-once.ts';
import { formatTime } from '../../internal/format-time.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import { INITIAL_STATE, type PlayerState, type PlayerStore } from '../../store/player-store.ts';
import { StoreController } from '../../store/store-controller.ts';
import { requestProduct } from '../bag/request-product.ts';
import { actionButton } from '../product-card/product-action.ts';
import { pictureOf, priceOf } from '../product-card/product-parts.ts';
import { Speaker } from '../speaker.ts';
import { SHELF_TEXTS } from './shelf.texts.ts';
import { productShelfStyles } from './vitrine-product-shelf.styles.ts';

/**
 * All products of an event, each with its price, its button and the way to its moment.
 *
 * @element vitrine-product-shelf
 */
export class VitrineProductShelf extends LitElement {
  static override styles = productShelfStyles;
  static override properties = { store: {}, over: { type: Boolean } };

  readonly #state = new StoreController(this, (state) => state);
  readonly #speaker = new Speaker(this);
  /** Whose row has the focus, while it is rendered anew. */
  #focused: string | undefined;

  declare store: PlayerStore | undefined;
  /** The show has ended: nothing is on screen any more. */
  declare over: boolean;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('store')) this.#state.use(this.store);
    const row = this.shadowRoot?.activeElement?.closest('li');
    this.#focused = row?.dataset['id'];
  }

  protected override firstUpdated(): void {
    // Of a long list one sees first what one came for.
    this.#row('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override updated(): void {
    if (this.#focused === undefined || this.shadowRoot?.activeElement) return;
    // The button that had it has gone; mostly its product has not.
    const row = this.#row(`[data-id="${CSS.escape(this.#focused)}"]`);
    const next = row ? row.querySelector<HTMLElement>('.open') : this.closest<HTMLElement>('dialog');
    next?.focus({ preventScroll: true });
  }

  #row(selector: string): Element | null {
    return this.renderRoot.querySelector(`li${selector}`);
  }

  get #now(): PlayerState {
    return this.#state.value ?? INITIAL_STATE;
  }

  protected override render(): TemplateResult {
    const { products, intake } = this.#now;
    const moments = intake && firstMoments(intake.timeline);
    return html`<ul>
      ${repeat(
        products,
        ({ id }) => id,
        (product) => this.#item(product, moments?.get(product.id)),
      )}
    </ul>`;
  }

  #item(product: Product, moment: number | undefined): TemplateResult {
    const { shown, tries, currency } = this.#now;
    const active = !this.over && shown.some((one) => one.product.id === product.id);
    const attempt = tries?.[lineKey(product, onlyVariant(product))];
    const request = (type: ProductRequestType): void => requestProduct(this, this.store, type, product);
    return html`<li data-id=${product.id} ?data-active=${active}>
      <button class="open" @click=${() => request('vitrine-product-open')}>
        ${pictureOf(product, 'lazy')}
        <span class="about">
          <span class="name" dir="auto">${product.title}</span>
          ${priceOf(offerOf(product), this.#speaker, currency)}
          ${attempt?.problem ? html`<span class="problem">${this.#speaker.say(attempt.problem)}</span>` : nothing}
          ${active ? html`<span class="now">${this.#speaker.say(SHELF_TEXTS.onScreenNow)}</span>` : nothing}
        </span>
      </button>
      ${actionButton(product, this.#speaker, attempt, request)}
      ${active || moment === undefined ? nothing : this.#showMe(product, moment)}
    </li>`;
  }

  #showMe({ id, title }: Product, moment: number): TemplateResult | typeof nothing {
    const { engine, intake } = this.#now;
    if (!engine || !intake || !isReachable(engine, moment)) return nothing;
    // Live, its time says nothing to anybody: everyone's begins when they come.
    const { language } = this.#speaker;
    const text =
      engine.streamType === 'live'
        ? this.#speaker.say(SHELF_TEXTS.showMe)
        : this.#speaker.say(SHELF_TEXTS.showMeAt, { time: formatTime(moment, language) });
    return html`<button class="show" @click=${() => this.#go(engine, intake.timeline, id)}>
      ${text}<span class="spoken">: ${title}</span>
    </button>`;
  }

  #go(engine: MediaEngine, timeline: Timeline, id: string): void {
    const { ended } = engine;
    // A show that is over goes on from there.
    if (goToProduct(engine, timeline, id) && ended) engine.play().catch(() => undefined);
  }
}

defineOnce('vitrine-product-shelf', VitrineProductShelf);
