import type {} from '../../internal/is-seen.ts';

/** How much of a product's place has to be in view. */
const SHARE = 0.5;

/**
 * Knows whether one sees a product in a player: half of its card or of its hotspot is in view, in a tab that is, and nothing of
 * the page, nor of the player, lies over its middle; or it is what the player shows while it floats, or in a window of its own. What may be transparent over it only Chromium could tell.
 */
export class SeenPlaces {
  readonly #host: HTMLElement;
  readonly #inView = new WeakMap<Element, boolean>();
  readonly #observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries)
        this.#inView.set(target, intersectionRatio >= SHARE);
    },
    { threshold: SHARE },
  );

  constructor(host: HTMLElement, signal: AbortSignal) {
    this.#host = host;
    signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
  }

  isSeen(id: string): boolean {
    const name = CSS.escape(id);
    const small = `[data-small-product="${name}"]`;
    const away = this.#host.hasAttribute('data-away') && window.documentPictureInPicture?.window;
    // There is one such window, and nothing in it but the picture and this.
    if (away) {
      const place = away.document.querySelector(small);
      return away.document.visibilityState === 'visible' && !!place?.checkVisibility();
    }
    if (document.visibilityState !== 'visible') return false;
    const places = this.#host.shadowRoot?.querySelectorAll(
      `[data-product-id="${name}"], [data-hotspot-id="${name}"], ${small}`,
    );
    return [...(places ?? [])].some((place) => this.#isInView(place) && this.#isUncovered(place));
  }

  #isInView(place: Element): boolean {
    if (!this.#inView.has(place)) {
      this.#inView.set(place, false);
      this.#observer.observe(place);
    }
    return this.#inView.get(place) === true && place.checkVisibility({ visibilityProperty: true });
  }

  #isUncovered(place: Element): boolean {
    const { left, top, width, height } = place.getBoundingClientRect();
    const root = this.#host.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return false;
    // Whatever of the player it is, from outside it is the player; what the page has put into it is the page's.
    return root.elementFromPoint(left + width / 2, top + height / 2) === this.#host;
  }
}
