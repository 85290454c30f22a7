import { announcerOf } from '../../internal/announcer.ts';

/** Says which products are on screen, when it is their turn. */
export class Announcer {
  readonly #overlay: Element;

  constructor(overlay: Element) {
    this.#overlay = overlay;
  }

  announce(text: string): void {
    announcerOf(this.#overlay).announce('products', text);
  }
}
