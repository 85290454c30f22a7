import type { Product } from '@vitrine/product-cues';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { offerOf } from '../../commerce/offer.ts';
import { defineOnce } from '../../internal/define-once.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import { INITIAL_STATE, type PlayerState, type PlayerStore } from '../../store/player-store.ts';
import { StoreController } from '../../store/store-controller.ts';
import { type Icon, icon } from '../icons.ts';
import { pictureOf, priceOf } from '../product-card/product-parts.ts';
import { PRODUCT_TEXTS } from '../product-card/product.texts.ts';
import { Speaker } from '../speaker.ts';
import { SMALL_TEXTS } from './small-player.texts.ts';

/**
 * All that there is room for over a picture as small as a hand: the main product, and a few buttons. In a corner of the
 * page, or in a window of its own.
 *
 * @element vitrine-small-player
 */
export class VitrineSmallPlayer extends LitElement {
  static override properties = { store: {}, onBack: {}, onClose: {}, onProduct: {} };

  readonly #state = new StoreController(this, (state) => state);
  readonly #speaker = new Speaker(this);
  #followed: MediaEngine | undefined;
  #following: AbortController | undefined;

  declare store: PlayerStore | undefined;
  declare onBack: (() => void) | undefined;
  /** Where the browser's own window can be closed there is no button for it. */
  declare onClose: (() => void) | undefined;
  declare onProduct: ((product: Product) => void) | undefined;

  /** Without a shadow root: in another window the sheets of one could not be those of this page. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('store')) this.#state.use(this.store);
    this.#follow(this.isConnected ? this.#now.engine : undefined);
  }

  get #now(): PlayerState {
    return this.#state.value ?? INITIAL_STATE;
  }

  #follow(engine: MediaEngine | undefined): void {
    if (engine === this.#followed) return;
    this.#following?.abort();
    this.#followed = engine;
    if (!engine) return;
    this.#following = new AbortController();
    for (const type of ['play', 'pause', 'ended', 'volumechange'] as const)
      engine.addEventListener(type, () => this.requestUpdate(), this.#following);
  }

  readonly #togglePlay = (): void => {
    const { engine } = this.#now;
    if (engine?.paused) engine.play().catch(() => undefined);
    else engine?.pause();
  };

  readonly #toggleSound = (): void => {
    const { engine } = this.#now;
    if (engine) engine.muted = !engine.muted;
  };

  #button(name: Icon, text: string, onClick: (() => void) | undefined): TemplateResult {
    const label = this.#speaker.say(text);
    return html`<button class="small-button" aria-label=${label} title=${label} @click=${onClick}>
      ${icon(name)}
    </button>`;
  }

  protected override render(): TemplateResult {
    const { engine, shown } = this.#now;
    const product = shown[0]?.product;
    return html`
      <div class="small-buttons">
        ${this.#button('leave', SMALL_TEXTS.toPage, this.onBack)}
        ${
          engine?.paused
            ? this.#button('play', SMALL_TEXTS.play, this.#togglePlay)
            : this.#button('pause', SMALL_TEXTS.pause, this.#togglePlay)
        }
        ${
          engine?.muted
            ? this.#button('silent', SMALL_TEXTS.unmute, this.#toggleSound)
            : this.#button('sound', SMALL_TEXTS.mute, this.#toggleSound)
        }
        ${this.onClose ? this.#button('close', SMALL_TEXTS.close, this.onClose) : nothing}
      </div>
      ${product ? this.#product(product) : nothing}
    `;
  }

  #product(product: Product): TemplateResult {
    const { title } = product;
    return html`<button
      class="small-product"
      data-small-product=${product.id}
      title=${this.#speaker.say(PRODUCT_TEXTS.openProduct, { title })}
      @click=${() => this.onProduct?.(product)}
    >
      ${pictureOf(product)}
      <span class="small-about">
        <span class="small-name" dir="auto">${title}</span>
        ${priceOf(offerOf(product), this.#speaker, this.#now.currency)}
      </span>
    </button>`;
  }
}

defineOnce('vitrine-small-player', VitrineSmallPlayer);
