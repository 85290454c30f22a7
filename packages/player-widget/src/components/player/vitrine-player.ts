import type { Product } from '@vitrine/product-cues';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { CartAdapter } from '../../commerce/cart-adapter.ts';
import type { Diagnostics } from '../../diagnose.ts';
import { defineOnce } from '../../internal/define-once.ts';
import { needDictionary } from '../../internal/language.ts';
import { safeUrl } from '../../internal/safe-url.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import type { Words } from '../../languages/words.ts';
import type { PlayerError } from '../../media/player-error.ts';
import { createPlayerStore, facadeShown, INITIAL_STATE } from '../../store/player-store.ts';
import { VitrineFacade } from '../facade/vitrine-facade.ts';
import { Speaker } from '../speaker.ts';
import { isComplete, readAttributes } from './attributes.ts';
import { explainAttributes, needScreen } from './lazy-components.ts';
import { MediaMembers } from './media-members.ts';
import { NOTHING_OPEN } from './nothing-open.ts';
import { SOURCE_PROPERTIES } from './source-properties.ts';
import { PlayerRun } from './player-run.ts';
import { screenOf } from './screen-of.ts';
import { takeEarly } from './take-early.ts';
import { tell } from './tell.ts';
import { PLAYER_TEXTS } from './player.texts.ts';
import { playerStyles } from './vitrine-player.styles.ts';

/**
 * Plays a shopping event, live or from its archive, with the products that are on screen.
 *
 * @element vitrine-player
 * @attr {string} service - Base URL of the service that knows the event.
 * @attr {string} event-id - Id or slug of the event.
 * @attr {string} cdn - Base URL to find the event at when the service does not answer.
 * @attr {string} src - HLS URL to play without a service.
 * @attr {'live' | 'on-demand'} stream-type - What `src` is; an on-demand stream where it is not said.
 * @attr {string} timeline - URL of a timeline JSON, for `src`.
 * @attr {string} catalogue - URL of a product JSON, for `src`.
 * @attr {boolean} autoplay - Plays at once where the browser allows it.
 * @attr {boolean} muted - Begins without sound.
 * @attr {boolean} loop - Begins again at the end of an archive.
 * @attr {string} poster - URL of the picture before playing; the event's own where it is not said.
 * @attr {number} start-time - Seconds at which an archive begins, where the page's address (`#t=`, `#product=`) does not say.
 * @attr {boolean} resume - The visitor agrees to storage: an archive goes on where they left it. Nothing is read or written without.
 * @attr {'none' | 'metadata' | 'auto'} preload - What is loaded before anybody plays.
 * @attr {string} ivs-assets - URL of the folder with the IVS player's files; `ivs/` beside the script where it is not said.
 * @attr {boolean} mix-sound - May be heard beside other players; else who begins to sound pauses the others.
 * @attr {boolean} mini-player - Floats in a corner of the window while it plays and its place in the page is out of view.
 * @attr {string} currency - ISO 4217 code of the currency that shoppers expect: prices in it are written short, others by their code.
 * @attr {string} lang - Language of words, prices and times, as a BCP 47 tag; that of what it stands in where it is not said.
 * @fires vitrine-ready - The source is open. Detail: `{engine}`.
 * @fires vitrine-error - Something failed. Detail: `{code, message, fatal}`.
 * @fires vitrine-stream-ended - The live stream is over.
 * @fires vitrine-products-changed - Other products are on screen. Detail: `{products, mediaTime, programTime}`.
 * @fires vitrine-product-impression - A product was visible for a second. Detail: `{product, mediaTime, programTime}`.
 * @fires vitrine-cart-changed - There is something else in the page's cart. Detail: `{cart}`.
 * @fires vitrine-product-open - Cancelable: a product was chosen; it opens in the player. Detail: `{product, variant, quantity, mediaTime, url}`.
 * @fires vitrine-add-to-cart - Cancelable: a product is wanted in the cart; it goes there, or its page opens. Detail as above.
 * @fires vitrine-checkout - Cancelable: the cart is to be paid for; its page opens. Detail: `{cart, mediaTime, url}`.
 * @slot - Anything the page wants to lay over the upper part of the picture.
 * @csspart base - The box around everything.
 * @csspart video - The `<video>`.
 * @csspart facade - Poster and play button, before playing.
 * @csspart overlay - The products over the picture.
 * @csspart offer - The button that offers the replay of a live stream that is over.
 * @csspart card - A product's card, or its thumbnail where it is not the main one.
 * @csspart main-card - The main product's card.
 * @csspart hotspot - A product's place on the picture.
 * @csspart bag - All products of the event: their button and their panel.
 * @csspart bag-button - The button that opens all products.
 * @csspart panel - What it opens: all products, or one to choose from.
 * @csspart captions - The captions over the picture.
 * @csspart caption - A row of them, with its background.
 * @csspart preview - What one would see at a place of the seek bar.
 * @csspart playback - The word over the picture that it is reconnecting, or the button that brings the sound.
 * @csspart resumed - The notice that an archive goes on where it was left.
 * @csspart mini - The box around everything while it floats in a corner.
 * @csspart screen - What is shown instead of a picture: not started, offline, ended, error.
 *
 * @cssprop --vitrine-accent - Colour of buttons.
 * @cssprop --vitrine-on-accent - Colour of text on them.
 * @cssprop --vitrine-surface - Background of cards.
 * @cssprop --vitrine-ink - Text on cards.
 * @cssprop --vitrine-muted - Quiet text on cards.
 * @cssprop --vitrine-live - The live badge.
 * @cssprop --vitrine-sale - A lowered price.
 * @cssprop --vitrine-radius - Corners of cards.
 * @cssprop --vitrine-player-radius - Corners of the player.
 * @cssprop --vitrine-shadow - Shadow of cards.
 * @cssprop --vitrine-mini-width - Width of the player while it floats in a corner; at most 56 % of the window.
 * @cssprop --vitrine-mini-offset - What it keeps clear of at the bottom of the window then, such as a bar of the page.
 * @cssprop --vitrine-aspect-ratio - Shape of the box; 16 / 9 where it is not said.
 */
export class VitrinePlayer extends MediaMembers {
  static override styles = playerStyles;
  static override properties = {
    service: { reflect: true },
    eventId: { attribute: 'event-id', reflect: true },
    cdn: { reflect: true },
    src: { reflect: true },
    streamType: { attribute: 'stream-type', reflect: true },
    timeline: { reflect: true },
    catalogue: { reflect: true },
    preload: { reflect: true },
    startTime: { attribute: 'start-time', reflect: true },
    ivsAssets: { attribute: 'ivs-assets', reflect: true },
    poster: { reflect: true },
    currency: { reflect: true },
    cart: { attribute: false },
    autoplay: { type: Boolean, reflect: true },
    loop: { type: Boolean, reflect: true },
    defaultMuted: { attribute: 'muted', type: Boolean, reflect: true },
  };

  /** Owned by the element for its whole life; engines come and go behind it. */
  readonly #video = document.createElement('video');
  readonly #layer = document.createElement('div');
  readonly #store = createPlayerStore();
  readonly #speaker = new Speaker(this);
  #run: PlayerRun | undefined;
  #begun = false;

  declare service: string | null;
  declare eventId: string | null;
  declare cdn: string | null;
  declare src: string | null;
  declare streamType: string | null;
  declare timeline: string | null;
  declare catalogue: string | null;
  declare preload: string | null;
  declare startTime: string | number | null;
  declare ivsAssets: string | null;
  declare poster: string | null;
  declare currency: string | null;
  /** The page's own cart; without one, adding opens the product's page. */
  declare cart: CartAdapter | undefined;
  declare autoplay: boolean;
  declare loop: boolean;
  declare defaultMuted: boolean;

  constructor() {
    super();
    defineOnce('vitrine-facade', VitrineFacade);
    // Frameworks ask whether it is a boolean: "" then counts as said.
    this.autoplay = this.loop = false;
    this.#video.playsInline = true;
    this.#video.part.add('video');
    this.#layer.className = 'shell';
    takeEarly(this, VitrinePlayer.prototype);
    // For as long as both live, which is equally long.
    this.#store.subscribe(() => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.#begun) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving the element within the page takes it out and puts it back in one go: that keeps playing.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#store.update({ cart: this.cart, currency: this.currency });
    const chooses = [...changed.keys()].some((name) => SOURCE_PROPERTIES.has(name));
    this.#video.loop = this.loop;
    if (changed.has('defaultMuted')) this.muted = this.defaultMuted;
    // Before anything is drawn: what it plays is on its way meanwhile.
    if (this.isConnected && (chooses || !this.#begun)) this.#begin();
    if (screenOf(this.#store.state)) needScreen(this.#onProblem);
  }

  protected override get media(): MediaEngine | HTMLVideoElement {
    return this.#store.state.engine ?? this.#video;
  }

  /** Epoch milliseconds of the picture on screen; `undefined` where the stream does not tell. */
  get programTime(): number | undefined {
    const { engine } = this.#store.state;
    return engine?.programTime(engine.pictureTime);
  }

  /** The products on screen now, the main one first, with the offers of the moment. */
  get activeProducts(): readonly Product[] {
    return this.#store.state.shown.map(({ product }) => product);
  }

  /** For whoever looks into what is wrong: engine, cues by source, refused cues, times. Made anew at each reading. */
  get diagnostics(): Diagnostics {
    return this.#run?.watch?.diagnose() ?? NOTHING_OPEN;
  }

  /**
   * Adds words of a language, ours or another, by their English wording; they win over ours, and over video.js's in the
   * controls. `customElements.get('vitrine-player').addLanguage('sv', { Add: 'Köp' })`.
   */
  static async addLanguage(tag: string, words: Words): Promise<void> {
    const { addWords } = await needDictionary();
    addWords(tag, words);
  }

  /** Resolves when playing has begun, or when it is clear that it does not begin now. */
  async play(): Promise<void> {
    // What was put on the page or set in this very task counts too.
    if (this.isConnected) this.performUpdate();
    // Safari lets a video play later on its own only if it was touched while a tap was being handled.
    if (!this.#video.networkState && navigator.userActivation?.isActive) this.#video.load();
    await this.#run?.play();
  }

  /** Pauses; before there is a picture, it takes back the wish to play. */
  pause(): void {
    this.#run?.pause();
  }

  /** Goes to where a product is first shown; false where that is not known. */
  seekToProduct(id: string): boolean {
    return this.#run?.watch?.seekToProduct(id) ?? false;
  }

  #begin(): void {
    this.#end();
    this.#begun = true;
    const attributes = readAttributes(this);
    const complete = isComplete(attributes);
    if (!complete || attributes.refused[0]) explainAttributes(this, attributes, this.#onProblem);
    if (!complete) return;
    this.#run = new PlayerRun({
      attributes,
      host: this,
      video: this.#video,
      layer: this.#layer,
      store: this.#store,
      base: new URL('./', import.meta.url),
      onProblem: this.#onProblem,
    });
    this.#run.start(this.autoplay);
  }

  #end(): void {
    this.#run?.end();
    this.#run = undefined;
    this.#begun = false;
    this.#store.update(INITIAL_STATE);
  }

  readonly #onPlay = (): void => void this.play();
  readonly #onReplay = (): void => void this.#run?.watchReplay();
  readonly #onProblem = (error: PlayerError): void => {
    const { code, message, fatal } = error;
    tell(this, 'vitrine-error', { code, message, fatal });
    if (fatal) this.#store.update({ error });
  };

  protected override render(): TemplateResult {
    const { state } = this.#store;
    const screen = screenOf(state);
    return html`
      <div
        part="base"
        class="base"
        dir=${this.#speaker.direction}
        role="region"
        aria-label=${state.event?.title || this.#speaker.say(PLAYER_TEXTS.player)}
        tabindex="-1"
      >
        ${this.#video} <slot></slot>
        <vitrine-product-overlay
          part="overlay"
          ?hidden=${screen}
          .store=${this.#store}
          .video=${this.#video}
          .onReplay=${this.#onReplay}
        ></vitrine-product-overlay>
        ${this.#layer}
        <vitrine-facade
          part="facade"
          ?hidden=${!facadeShown(state)}
          .event=${state.event}
          .poster=${safeUrl(this.poster, document.baseURI) ?? state.event?.poster}
          .busy=${state.wanted && !state.error}
          .onPlay=${this.#onPlay}
        ></vitrine-facade>
        <vitrine-event-screen
          part="screen"
          ?hidden=${!screen}
          .screen=${screen}
          .state=${state}
          .onRetry=${this.#onPlay}
          .onReload=${() => this.#begin()}
          .onReplay=${this.#onReplay}
        ></vitrine-event-screen>
      </div>
    `;
  }
}
