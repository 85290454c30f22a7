import type { Product } from '@vitrine/product-cues';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { lineKey } from '../../commerce/add-tries.ts';
import { onlyVariant } from '../../commerce/only-variant.ts';
import type { ProductRequestType } from '../../commerce/product-requests.ts';
import { defineOnce } from '../../internal/define-once.ts';
import { loadChunk } from '../../internal/load-chunk.ts';
import { INITIAL_STATE, type PlayerState, type PlayerStore } from '../../store/player-store.ts';
import { StoreController } from '../../store/store-controller.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { needBag } from '../bag/need-bag.ts';
import { screenOf } from '../player/screen-of.ts';
import { PRODUCT_TEXTS } from '../product-card/product.texts.ts';
import { VitrineProductCard } from '../product-card/vitrine-product-card.ts';
import { Speaker } from '../speaker.ts';
import { KeyedChildren } from './keyed-children.ts';
import type { OverlayExtras } from './overlay-extras.ts';
import { followPictureBox, NO_BOX, type PictureBox } from './picture-box.ts';
import { overlayStyles } from './vitrine-product-overlay.styles.ts';

/** One main card and two thumbnails: more would cover the picture. */
const MOST_CARDS = 3;

/**
 * The products that are on screen: a card for the main one, thumbnails for the next, hotspots on the picture.
 * Each has its `data-product-id`, in shown order. Held, cards stay as they are; one of what is no longer on screen has a
 * `data-held-id` instead.
 *
 * @element vitrine-product-overlay
 */
export class VitrineProductOverlay extends LitElement {
  static override properties = {
    store: {},
    video: {},
    onReplay: {},
    held: { attribute: false },
    box: { state: true },
  };

  readonly #state = new StoreController(this, (state) => state);
  readonly #speaker = new Speaker(this);
  readonly #cards = new KeyedChildren(() => new VitrineProductCard());
  readonly #hotspots = new KeyedChildren(() => document.createElement('button'));
  #following: AbortController | undefined;
  #hadFocus = false;
  /** Comes after the first products: nothing can go before. Without it products go at once, and in silence; no replay is offered. */
  #extras: OverlayExtras | undefined;
  #loading: Promise<OverlayExtras> | undefined;

  declare store: PlayerStore | undefined;
  declare video: HTMLVideoElement | undefined;
  declare onReplay: (() => void) | undefined;
  /** Ids of the cards that a viewer holds, whatever is on screen. */
  declare held: readonly string[] | undefined;
  /** Where the picture lies in this element: `object-fit` leaves bars, or cuts. */
  declare private box: PictureBox;

  constructor() {
    super();
    this.box = NO_BOX;
  }

  /** Without a shadow root of its own: cards and hotspots are then parts of the player, for the page to style. */
  protected override createRenderRoot(): HTMLElement {
    adoptStyles(this, overlayStyles);
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = -1;
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#following?.abort();
    this.#following = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('store')) this.#state.use(this.store);
    if (changed.has('video')) this.#follow();
    // Another event has other products.
    if (this.held && this.products.length === 0) this.held = undefined;
    this.#extras?.leave(this, this.#now.engine);
    this.#hadFocus = this.matches(':focus-within');
  }

  /** Whoever is among the products stays there when theirs goes away: here, and on no other product's button. */
  protected override updated(): void {
    const { shown, products, hasPicture, replay } = this.#now;
    this.#showCards();
    this.#showHotspots();
    if (shown.length > 0 || replay) this.#needExtras().catch(() => undefined);
    this.#extras?.follow(this, shown);
    // Never on the way to the first picture.
    if (this.store && products.length > 0 && (hasPicture || screenOf(this.#now)))
      needBag(this, this.store).catch(() => undefined);
    if (this.#hadFocus && !this.matches(':focus-within')) this.focus({ preventScroll: true });
  }

  /** Those of the cards. */
  get products(): readonly Product[] {
    const { shown, products } = this.#now;
    const onScreen = shown.map(({ product }) => product);
    if (!this.held) return onScreen.slice(0, MOST_CARDS);
    // Held is what stands on the card, not what it costs.
    return this.held.flatMap((id) => [...onScreen, ...products].find((product) => product.id === id) ?? []);
  }

  get #now(): PlayerState {
    return this.#state.value ?? INITIAL_STATE;
  }

  #needExtras(): Promise<OverlayExtras> {
    this.#loading ??= loadChunk(() => import('./overlay-extras.ts')).then(
      ({ OverlayExtras }) => {
        this.requestUpdate();
        return (this.#extras = new OverlayExtras(this, this.#speaker));
      },
      (cause: unknown) => {
        // Asked for again by whatever is next.
        this.#loading = undefined;
        throw cause;
      },
    );
    return this.#loading;
  }

  #request(type: ProductRequestType, product: Product): void {
    const ask = ({ request }: OverlayExtras): void => request(this, this.store, type, product);
    // At once, where it can be: a browser lets a tap open a page, and not what comes after it.
    if (this.#extras) ask(this.#extras);
    else this.#needExtras().then(ask, () => undefined);
  }

  #follow(): void {
    this.#following?.abort();
    if (!this.video || !this.isConnected) return;
    this.#following = new AbortController();
    followPictureBox(this.video, (box) => (this.box = box), this.#following);
  }

  #showCards(): void {
    const { shown, tries, currency } = this.#now;
    this.#cards.show(this.querySelector('.cards'), this.products, (card, product, index) => {
      const isShown = shown.some((one) => one.product.id === product.id);
      card.setAttribute(isShown ? 'data-product-id' : 'data-held-id', product.id);
      card.removeAttribute(isShown ? 'data-held-id' : 'data-product-id');
      card.setAttribute('part', index > 0 ? 'card' : 'card main-card');
      card.compact = index > 0;
      card.product = product;
      card.currency = currency;
      card.attempt = tries?.[lineKey(product, onlyVariant(product))];
      card.onRequest = (type) => this.#request(type, product);
    });
  }

  #showHotspots(): void {
    const { left, top, width, height } = this.box;
    const shown = this.#now.shown.filter(({ at }) => at);
    const products = shown.map(({ product }) => product);
    this.#hotspots.show(this.querySelector('.hotspots'), products, (hotspot, product, index) => {
      const [x, y] = shown[index]?.at ?? [0, 0];
      const { style } = hotspot;
      hotspot.className = 'hotspot';
      hotspot.setAttribute('part', 'hotspot');
      hotspot.dataset['hotspotId'] = product.id;
      hotspot.title = hotspot.ariaLabel = this.#speaker.say(PRODUCT_TEXTS.openProduct, {
        title: product.title,
      });
      hotspot.onclick = () => this.#request('vitrine-product-open', product);
      style.left = `${(left + x * width) * 100}%`;
      style.top = `${(top + y * height) * 100}%`;
    });
  }

  protected override render(): TemplateResult {
    const { replay } = this.#now;
    return html`
      ${
        replay && this.#extras
          ? html`<button class="offer" part="offer" @click=${this.onReplay}>
              ${this.#speaker.say(PRODUCT_TEXTS.watchReplay)}
            </button>`
          : nothing
      }
      <div class="hotspots"></div>
      <div
        class="cards"
        role="group"
        aria-label=${this.#speaker.say(PRODUCT_TEXTS.onScreen)}
        ?hidden=${this.products.length === 0}
      ></div>
    `;
  }
}

defineOnce('vitrine-product-card', VitrineProductCard);
defineOnce('vitrine-product-overlay', VitrineProductOverlay);
