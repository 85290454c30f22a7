import type { ShownProduct } from '../../commerce/shown-products.ts';
import { defineOnce } from '../../internal/define-once.ts';
import { announcerOf } from '../../internal/announcer.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import { facadeShown } from '../../store/player-store.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { requestProduct } from '../bag/request-product.ts';
import { VitrineProductHold } from '../product-hold/vitrine-product-hold.ts';
import type { Speaker } from '../speaker.ts';
import { CardPlace } from './card-place.ts';
import { leave, placesOf, type Places } from './leave.ts';
import { overlayExtrasStyles } from './overlay-extras.styles.ts';
import { EXTRA_TEXTS } from './overlay-extras.texts.ts';
import { makeWay } from './make-way.ts';
import { partedCardStyles } from './parted-card.styles.ts';
import { RecentSeek } from './recent-seek.ts';
import type { VitrineProductOverlay } from './vitrine-product-overlay.ts';

defineOnce('vitrine-product-hold', VitrineProductHold);

/** What the overlay does with products that are shown, and what nobody needs on the way to the first picture. */
export class OverlayExtras {
  readonly #speaker: Speaker;
  readonly #seeks = new RecentSeek();
  readonly #hold = new VitrineProductHold();
  readonly #place: CardPlace;
  #arranging = 0;
  #places: Places = new Map();

  constructor(overlay: VitrineProductOverlay, speaker: Speaker) {
    this.#speaker = speaker;
    this.#place = new CardPlace(overlay);
    this.#hold.onHold = (hold) => (overlay.held = hold ? overlay.products.map(({ id }) => id) : undefined);
    adoptStyles(overlay, overlayExtrasStyles);
    // Where the controls have left a small player, the cards move.
    overlay.addEventListener('transitionend', () => this.#arrange(overlay));
    // So they do where captions come or go, of which the controls tell the player's box.
    overlay.parentElement?.addEventListener('roomchange', () => this.#arrange(overlay));
    // And where the player takes another size.
    new ResizeObserver(() => this.#arrange(overlay)).observe(overlay);
  }

  readonly request = requestProduct;

  /** Before the DOM changes: what is going away fades out as a picture of itself, while the DOM already says what is right. */
  leave(overlay: VitrineProductOverlay, engine: MediaEngine | undefined): void {
    this.#seeks.follow(engine);
    const staying = new Set(overlay.products.map(({ id }) => id));
    // After a seek the old picture is gone, and so is what belonged to it: at once.
    if (!this.#seeks.isRecent) leave(overlay, this.#places, (id) => !staying.has(id));
  }

  /** After it has changed. */
  follow(overlay: VitrineProductOverlay, shown: readonly ShownProduct[]): void {
    // What lies behind the play button nobody watches yet.
    const told = overlay.store && facadeShown(overlay.store.state) ? [] : shown;
    const titles = told.map(({ product }) => product.title).join(this.#speaker.say(EXTRA_TEXTS.separator));
    announcerOf(overlay).announce(
      'products',
      titles && this.#speaker.say(EXTRA_TEXTS.nowShowing, { titles }),
    );
    this.#hold.held = !!overlay.held;
    const main = overlay.querySelector('.cards > :first-child');
    if (this.#hold.parentElement !== main) main?.append(this.#hold);
    for (const { shadowRoot } of overlay.querySelectorAll('vitrine-product-card'))
      if (shadowRoot) adoptStyles(shadowRoot, partedCardStyles);
    this.#place.keep();
    // Once all that comes with this picture is there, and before it is painted: what is measured then is laid out once.
    cancelAnimationFrame(this.#arranging);
    this.#arranging = requestAnimationFrame(() => this.#arrange(overlay));
  }

  #arrange(overlay: VitrineProductOverlay): void {
    this.#place.update();
    makeWay(overlay);
    this.#places = placesOf(overlay);
  }
}
