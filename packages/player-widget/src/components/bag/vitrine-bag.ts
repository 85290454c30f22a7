import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type Cart, countOf } from '../../commerce/cart-adapter.ts';
import { askPage, openPage, type ProductRequest } from '../../commerce/product-requests.ts';
import { defineOnce } from '../../internal/define-once.ts';
import { announcerOf } from '../../internal/announcer.ts';
import { localizeCount } from '../../internal/localize-count.ts';
import { safeUrl } from '../../internal/safe-url.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import { facadeShown, INITIAL_STATE, type PlayerState, type PlayerStore } from '../../store/player-store.ts';
import { StoreController } from '../../store/store-controller.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { icon } from '../icons.ts';
import { screenOf } from '../player/screen-of.ts';
import { Speaker } from '../speaker.ts';
import { BAG_TEXTS, IN_BAG_COUNT, IN_VIDEO_COUNT } from './bag.texts.ts';
import { bagStageStyles } from './bag-stage.styles.ts';
import { badge } from './badge.ts';
import { cartFoot } from './cart-foot.ts';
import { CartLink } from './cart-link.ts';
import { ending } from './ending.ts';
import { needViews } from './need-views.ts';
import { PanelDialog } from './panel-dialog.ts';
import { bagStyles } from './vitrine-bag.styles.ts';

/** All products; or one of them, by its id. */
type View = { readonly kind: 'shelf' } | { readonly kind: 'product'; readonly id: string };

/**
 * All that the event sells: a button, the panel that it opens, and what stands over the picture when the show is over.
 *
 * @element vitrine-bag
 */
export class VitrineBag extends LitElement {
  static override styles = bagStyles;
  static override properties = { store: {}, view: { state: true } };

  readonly #state = new StoreController(this, (state) => state);
  readonly #speaker = new Speaker(this);
  readonly #panel = new PanelDialog(this, {
    onClose: () => this.close(),
    instead: () => this.renderRoot.querySelector<HTMLElement>('.bag') ?? undefined,
  });
  #life: AbortController | undefined;
  #link: CartLink | undefined;
  #followed: MediaEngine | undefined;
  #following: AbortController | undefined;
  /** The product was chosen from the shelf, and one can go back there. */
  #fromShelf = false;
  /** The show was over when it was looked at last. */
  #wasOver = false;
  #openedItself = false;

  declare store: PlayerStore | undefined;
  declare private view: View | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, bagStageStyles);
    this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
    this.#life?.abort();
    this.#life = undefined;
    this.#followEngine(undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('store')) {
      this.#state.use(this.store);
      this.#begin();
    }
    this.#followEngine(this.#now.engine);
    this.hidden = !this.#isWanted;
    this.toggleAttribute('data-ended', this.#hasEnded);
    const product = this.view?.kind === 'product' && this.view.id;
    // Another event has other products.
    if (this.hidden || (product && !this.#now.products.some(({ id }) => id === product))) this.close();
  }

  protected override updated(): void {
    const over = this.#isOver;
    if (over !== this.#wasOver) this.#turnOver(over);
    if (this.view && !this.#panel.isOpen) this.#panel.open({ takeFocus: !this.#openedItself });
    else if (!this.view) this.#panel.close();
  }

  openShelf(): void {
    this.#openedItself = false;
    this.#show({ kind: 'shelf' });
  }

  openProduct(id: string): void {
    this.#fromShelf = this.view?.kind === 'shelf' || (this.view !== undefined && this.#fromShelf);
    this.#openedItself = false;
    this.#show({ kind: 'product', id });
  }

  close(): void {
    // What has the focus goes before the panel does, which gives it back.
    if (this.#panel.hasFocus) this.#panel.focus();
    this.view = undefined;
  }

  /** Into the page's cart. */
  async add(request: ProductRequest): Promise<void> {
    await this.#link?.add(request);
  }

  #begin(): void {
    if (!this.store || !this.isConnected || this.#life) return;
    this.#life = new AbortController();
    const root = this.getRootNode();
    this.#link = new CartLink({
      host: root instanceof ShadowRoot && root.host instanceof HTMLElement ? root.host : this,
      store: this.store,
      onChange: () => this.requestUpdate(),
      onNews: (text, title) => this.#tell(this.#speaker.say(text, { title })),
      signal: this.#life.signal,
    });
  }

  /** What has come of adding, each time. */
  #tell(news: string): void {
    const announcer = announcerOf(this);
    announcer.announce('cart', '');
    announcer.announce('cart', news);
  }

  #show(view: View): void {
    this.view = view;
    needViews();
    // Within the open panel the focus goes to the top of what has come.
    if (this.#panel.isOpen) void this.updateComplete.then(() => this.#panel.focus());
  }

  get #now(): PlayerState {
    return this.#state.value ?? INITIAL_STATE;
  }

  /** Not on the facade, which has one thing to do; on the other screens things are sold as ever. */
  get #isWanted(): boolean {
    return this.#now.products.length > 0 && (!facadeShown(this.#now) || screenOf(this.#now) !== undefined);
  }

  get #isOver(): boolean {
    const screen = screenOf(this.#now);
    return !this.hidden && (this.#hasEnded || screen === 'ended' || screen === 'preparing');
  }

  /** An archive has reached its end; live, a screen says so. */
  get #hasEnded(): boolean {
    const { engine } = this.#now;
    return engine?.streamType === 'on-demand' && engine.ended && screenOf(this.#now) === undefined;
  }

  #followEngine(engine: MediaEngine | undefined): void {
    if (engine === this.#followed) return;
    this.#following?.abort();
    this.#followed = engine;
    if (!engine) return;
    this.#following = new AbortController();
    for (const type of ['ended', 'seeking', 'seeked', 'play'] as const)
      engine.addEventListener(type, () => this.requestUpdate(), this.#following);
  }

  /** Over, all products are there by themselves, where the player has room for them; and go when it goes on, if nobody is at them. */
  #turnOver(over: boolean): void {
    this.#wasOver = over;
    if (over && !this.view && 'width' in this.#panel.place === false) {
      this.#openedItself = true;
      this.#show({ kind: 'shelf' });
    } else if (!over && this.#openedItself && !this.#panel.hasFocus) this.close();
  }

  readonly #toggle = (): void => (this.view ? this.close() : this.openShelf());

  readonly #watchAgain = (): void => {
    const { engine } = this.#now;
    if (!engine) return;
    // The button goes: the focus stays with the player.
    this.parentElement?.focus({ preventScroll: true });
    engine.currentTime = 0;
    engine.play().catch(() => undefined);
  };

  readonly #checkOut = (): void => {
    const cart = this.#link?.cart;
    if (!cart) return;
    const url = safeUrl(cart.checkoutUrl, document.baseURI);
    const mediaTime = this.#now.engine?.pictureTime ?? 0;
    if (askPage(this, 'vitrine-checkout', { cart, mediaTime, url })) openPage(url);
  };

  protected override render(): TemplateResult {
    const say = (text: string): string => this.#speaker.say(text);
    const { products, currency } = this.#now;
    const cart = this.#link?.cart;
    const inCart = cart ? countOf(cart) : 0;
    const { view } = this;
    return html`
      ${
        this.#hasEnded
          ? ending(this.#speaker, {
              title: this.#now.event?.title ?? '',
              onAgain: this.#watchAgain,
              onAll: view ? undefined : () => this.openShelf(),
            })
          : nothing
      }
      <button
        class="bag"
        part="bag-button"
        aria-label=${this.#label(cart)}
        title=${say(BAG_TEXTS.inThisVideo)}
        aria-haspopup="dialog"
        aria-expanded=${!!view}
        @click=${this.#toggle}
        @pointerenter=${needViews}
        @focus=${needViews}
      >
        ${icon('bag')}${this.store?.state.cart ? badge(inCart) : badge(products.length)}
      </button>
      <dialog part="panel" tabindex="-1" aria-labelledby="title">
        <div class="head">
          ${
            view?.kind === 'product' && this.#fromShelf
              ? html`<button
                  class="round"
                  aria-label=${say(BAG_TEXTS.back)}
                  title=${say(BAG_TEXTS.back)}
                  @click=${() => this.#show({ kind: 'shelf' })}
                >
                  ${icon('back')}
                </button>`
              : nothing
          }
          <h2 id="title" dir="auto">${this.#title}</h2>
          <button
            class="round"
            aria-label=${say(BAG_TEXTS.close)}
            title=${say(BAG_TEXTS.close)}
            @click=${() => this.close()}
          >
            ${icon('close')}
          </button>
        </div>
        ${view ? this.#content(view) : nothing}
        ${cart && inCart > 0 ? cartFoot(cart, this.#speaker, currency, this.#checkOut) : nothing}
      </dialog>
    `;
  }

  get #title(): string {
    const { view } = this;
    const product = this.#now.products.find(({ id }) => view?.kind === 'product' && view.id === id);
    return product?.title ?? this.#speaker.say(BAG_TEXTS.inThisVideo);
  }

  #label(cart: Cart | undefined): string {
    const { language } = this.#speaker;
    const facts = [
      localizeCount(IN_VIDEO_COUNT, this.#now.products.length, language),
      ...(cart && countOf(cart) > 0 ? [localizeCount(IN_BAG_COUNT, countOf(cart), language)] : []),
    ];
    return facts.join(this.#speaker.say(BAG_TEXTS.separator));
  }

  #content(view: View): TemplateResult {
    return html`
      <vitrine-product-shelf
        ?hidden=${view.kind !== 'shelf'}
        .store=${this.store}
        .over=${this.#isOver}
      ></vitrine-product-shelf>
      ${
        view.kind === 'product'
          ? html`<vitrine-variant-picker .store=${this.store} .productId=${view.id}></vitrine-variant-picker>`
          : nothing
      }
    `;
  }
}

/** The bag over this box of a player; made where there is none. */
export function addBag(box: Element, store: PlayerStore): VitrineBag {
  const known = box.querySelector<VitrineBag>(':scope > vitrine-bag');
  if (known) return known;
  const bag = new VitrineBag();
  bag.part.add('bag');
  // For the page to style, as the cards are.
  bag.setAttribute('exportparts', 'bag-button, panel');
  bag.store = store;
  box.append(bag);
  return bag;
}

defineOnce('vitrine-bag', VitrineBag);
