import type { ShownProduct } from '../../commerce/shown-products.ts';
import { defineOnce } from '../../internal/define-once.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { requestProduct } from '../bag/request-product.ts';
import { VitrineProductHold } from '../product-hold/vitrine-product-hold.ts';
import type { Speaker } from '../speaker.ts';
import { Announcer } from './announcer.ts';
import { CardPlace } from './card-place.ts';
import { leave } from './leave.ts';
import { overlayExtrasStyles } from './overlay-extras.styles.ts';
import { EXTRA_TEXTS } from './overlay-extras.texts.ts';
import { makeWay, untilDrawn } from './make-way.ts';
import { partedCardStyles } from './parted-card.styles.ts';
import { RecentSeek } from './recent-seek.ts';
import type { VitrineProductOverlay } from './vitrine-product-overlay.ts';

defineOnce('vitrine-product-hold', VitrineProductHold);

/** What the overlay does with products that are shown, and what nobody needs on the way to the first picture. */
export class OverlayExtras {
  readonly #speaker: Speaker;
  readonly #seeks = new RecentSeek();
  readonly #announcer: Announcer;
  readonly #hold = new VitrineProductHold();
  readonly #place: CardPlace;

  constructor(overlay: VitrineProductOverlay, speaker: Speaker) {
    this.#speaker = speaker;
    this.#announcer = new Announcer(overlay);
    this.#place = new CardPlace(overlay);
    this.#hold.onHold = (hold) => (overlay.held = hold ? overlay.products.map(({ id }) => id) : undefined);
    adoptStyles(overlay, overlayExtrasStyles);
    // Where the controls have left a small player, the cards move.
    overlay.addEventListener('transitionend', () => void makeWay(overlay));
    // So they do where captions come or go, of which the controls tell the player's box.
    overlay.parentElement?.addEventListener('roomchange', () => {
      this.#place.update();
      void makeWay(overlay);
    });
  }

  readonly request = requestProduct;

  /** Before the DOM changes: what is going away fades out as a picture of itself, while the DOM already says what is right. */
  leave(overlay: VitrineProductOverlay, engine: MediaEngine | undefined): void {
    this.#seeks.follow(engine);
    const staying = new Set(overlay.products.map(({ id }) => id));
    // After a seek the old picture is gone, and so is what belonged to it: at once.
    if (!this.#seeks.isRecent) leave(overlay, (id) => !staying.has(id));
  }

  /** After it has changed. */
  follow(overlay: VitrineProductOverlay, shown: readonly ShownProduct[]): void {
    const titles = shown.map(({ product }) => product.title).join(this.#speaker.say(EXTRA_TEXTS.separator));
    this.#announcer.announce(titles && this.#speaker.say(EXTRA_TEXTS.nowShowing, { titles }));
    this.#hold.held = !!overlay.held;
    const main = overlay.querySelector('.cards > :first-child');
    if (this.#hold.parentElement !== main) main?.append(this.#hold);
    for (const { shadowRoot } of overlay.querySelectorAll('vitrine-product-card'))
      if (shadowRoot) adoptStyles(shadowRoot, partedCardStyles);
    this.#place.keep();
    void this.#arrange(overlay);
  }

  /** In one go, so that nothing is laid out more than once for a picture. */
  async #arrange(overlay: VitrineProductOverlay): Promise<void> {
    await untilDrawn(overlay.querySelectorAll('vitrine-product-card'));
    this.#place.update();
    await makeWay(overlay);
  }
}
