import type { VitrineProductOverlay } from './vitrine-product-overlay.ts';

/** Pixels from the lower edge to the cards while the controls are there, by how wide a player is, and when they have left. */
const ABOVE_CONTROLS = { small: 52, wide: 60 } as const;
const AT_EDGE = 6;
/** Widest player, in pixels, that has the controls of a phone. */
const SMALL = 520;

/** Pixels that a card is high: the low one in players below this height, as the style sheets have it. */
const HEIGHT = { low: 48, full: 80 } as const;
const LOW_BELOW = 420;

/**
 * Puts the cards where they leave the middle of the picture free, and what the shell has at the lower edge: the controls, and
 * captions, whose room is `--captions-room`. Where there is no room for a card in between, it parts in the middle: at one side
 * what it is and costs, at the other its button.
 */
export class CardPlace {
  readonly #overlay: VitrineProductOverlay;
  readonly #shell: HTMLElement | null;
  #parted = false;

  constructor(overlay: VitrineProductOverlay) {
    this.#overlay = overlay;
    this.#shell = overlay.parentElement?.querySelector<HTMLElement>(':scope > .shell') ?? null;
    // Lives as long as the two of them, which is equally long.
    if (this.#shell)
      new MutationObserver(() => this.update()).observe(this.#shell, {
        attributeFilter: ['data-idle'],
      });
  }

  /** Cards that have just come are as the others were: to measure them before they have drawn themselves would be to lay them out twice. */
  keep(): void {
    for (const card of this.#overlay.querySelectorAll('vitrine-product-card'))
      card.toggleAttribute('data-parted', this.#parted);
  }

  /** For cards that have drawn themselves. */
  update(): void {
    const overlay = this.#overlay;
    if (overlay.querySelector('.cards:active')) {
      // Nothing moves away under a finger.
      addEventListener('pointerup', () => this.update(), { once: true });
      return;
    }
    const { offsetWidth: width, offsetHeight: height } = overlay;
    const captions = parseFloat(getComputedStyle(overlay).getPropertyValue('--captions-room')) || 0;
    const card = height < LOW_BELOW ? HEIGHT.low : HEIGHT.full;
    const below = height / 3 - captions - card;
    const isTight = below < (width > SMALL ? ABOVE_CONTROLS.wide : ABOVE_CONTROLS.small);
    const atEdge = isTight && this.#shell?.hasAttribute('data-idle') === true;
    this.#parted = height > 0 && (atEdge ? below < AT_EDGE : isTight);
    overlay.toggleAttribute('data-at-edge', atEdge);
    overlay.toggleAttribute('data-parted', this.#parted);
    this.keep();
  }
}
