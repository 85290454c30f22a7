import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { requestProduct, type ProductRequestType } from '../../commerce/product-requests.ts';
import type { ShownProduct } from '../../commerce/shown-products.ts';
import { defineOnce } from '../../internal/define-once.ts';
import { loadChunk } from '../../internal/load-chunk.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import { StoreController } from '../../store/store-controller.ts';
import { PRODUCT_TEXTS } from '../product-card/product.texts.ts';
import { VitrineProductCard } from '../product-card/vitrine-product-card.ts';
import { VitrineProductHotspot } from '../product-hotspot/vitrine-product-hotspot.ts';
import { Speaker } from '../speaker.ts';
import type { leave } from './leave.ts';
import { makeWay } from './make-way.ts';
import { followPictureBox, NO_BOX, type PictureBox } from './picture-box.ts';
import { RecentSeek } from './recent-seek.ts';
import { overlayStyles } from './vitrine-product-overlay.styles.ts';

/** One main card and two thumbnails: more would cover the picture. */
const MOST_CARDS = 3;

/**
 * The products that are on screen: a card for the main one, thumbnails for the next, hotspots on the picture.
 * Each has its `data-product-id`, in shown order.
 *
 * @element vitrine-product-overlay
 */
export class VitrineProductOverlay extends LitElement {
  static override properties = { store: {}, video: {}, onReplay: {}, box: { state: true } };

  readonly #shown = new StoreController(this, ({ shown }) => shown);
  readonly #replay = new StoreController(this, ({ replay }) => replay);
  readonly #engine = new StoreController(this, ({ engine }) => engine);
  readonly #speaker = new Speaker(this);
  readonly #seeks = new RecentSeek();
  #following: AbortController | undefined;
  #heldFocus = false;
  /** Comes after the first products: nothing can go before. */
  #leave: typeof leave | undefined;

  declare store: PlayerStore | undefined;
  declare video: HTMLVideoElement | undefined;
  declare onReplay: (() => void) | undefined;
  /** Where the picture lies in this element: `object-fit: contain` leaves bars. */
  declare private box: PictureBox;

  constructor() {
    super();
    this.box = NO_BOX;
    // Where the controls have left a small player, the cards move.
    this.addEventListener('transitionend', () => void makeWay(this));
  }

  /** Without a shadow root of its own: cards and hotspots are then parts of the player, for the page to style. */
  protected override createRenderRoot(): HTMLElement {
    const root = this.getRootNode();
    const { styleSheet } = overlayStyles;
    if (root instanceof ShadowRoot && styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) {
      root.adoptedStyleSheets.push(styleSheet);
    }
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
    if (changed.has('store'))
      for (const part of [this.#shown, this.#replay, this.#engine]) part.use(this.store);
    this.#seeks.follow(this.#engine.value);
    if (changed.has('video')) this.#follow();
    // What is going away fades out as a picture of itself, while the DOM already says what is right.
    const ids = this.#products.map(({ product }) => product.id);
    // After a seek the old picture is gone, and so is what belonged to it: at once.
    if (this.hasUpdated && !this.#seeks.isRecent) this.#leave?.(this, (id) => !ids.includes(id));
    this.#heldFocus = this.matches(':focus-within');
  }

  /** Whoever is among the products stays there when theirs goes away: here, and on no other product's button. */
  protected override updated(): void {
    if (this.#products.length > 0) void this.#needLeave();
    if (this.#heldFocus && !this.matches(':focus-within')) this.focus({ preventScroll: true });
    void makeWay(this);
  }

  /** Without it they go at once. */
  async #needLeave(): Promise<void> {
    this.#leave ??= (await loadChunk(() => import('./leave.ts')).catch(() => undefined))?.leave;
  }

  get #products(): readonly ShownProduct[] {
    return this.#shown.value ?? [];
  }

  #follow(): void {
    this.#following?.abort();
    if (!this.video || !this.isConnected) return;
    this.#following = new AbortController();
    followPictureBox(this.video, (box) => (this.box = box), this.#following);
  }

  #request(type: ProductRequestType, { product }: ShownProduct): void {
    requestProduct(this, type, product, this.store?.state.engine?.pictureTime ?? 0);
  }

  protected override render(): TemplateResult {
    const shown = this.#products;
    const titles = shown.map(({ product }) => product.title).join(this.#speaker.say(PRODUCT_TEXTS.separator));
    return html`
      ${
        this.#replay.value
          ? html`<button class="offer" part="offer" @click=${this.onReplay}>
              ${this.#speaker.say(PRODUCT_TEXTS.watchReplay)}
            </button>`
          : nothing
      }
      ${repeat(
        shown.filter(({ at }) => at),
        ({ product }) => product.id,
        (item) => this.#hotspot(item),
      )}
      <div
        class="cards"
        role="group"
        aria-label=${this.#speaker.say(PRODUCT_TEXTS.onScreen)}
        ?hidden=${shown.length === 0}
      >
        ${repeat(
          shown.slice(0, MOST_CARDS),
          ({ product }) => product.id,
          (item, index) => this.#card(item, index),
        )}
      </div>
      <div class="announcement" aria-live="polite">
        ${shown.length > 0 ? this.#speaker.say(PRODUCT_TEXTS.nowShowing, { titles }) : nothing}
      </div>
    `;
  }

  #card(item: ShownProduct, index: number): TemplateResult {
    return html`<vitrine-product-card
      part=${index === 0 ? 'card main-card' : 'card'}
      data-product-id=${item.product.id}
      .product=${item.product}
      ?compact=${index > 0}
      .onRequest=${(type: ProductRequestType) => this.#request(type, item)}
    ></vitrine-product-card>`;
  }

  #hotspot(item: ShownProduct): TemplateResult {
    const [x, y] = item.at ?? [0, 0];
    const { left, top, width, height } = this.box;
    return html`<vitrine-product-hotspot
      part="hotspot"
      data-hotspot-id=${item.product.id}
      .x=${left + x * width}
      .y=${top + y * height}
      .label=${this.#speaker.say(PRODUCT_TEXTS.openProduct, { title: item.product.title })}
      .onOpen=${() => this.#request('vitrine-product-open', item)}
    ></vitrine-product-hotspot>`;
  }
}

defineOnce('vitrine-product-card', VitrineProductCard);
defineOnce('vitrine-product-hotspot', VitrineProductHotspot);
defineOnce('vitrine-product-overlay', VitrineProductOverlay);
