/** Milliseconds in which a product that is no longer shown fades away. */
const LEAVING = 150;

/** Where cards lie in the overlay, in pixels. */
export type Places = ReadonlyMap<Element, Readonly<Record<'left' | 'top' | 'width' | 'height', number>>>;

/** As they were laid out last, wherever they are on their way there. */
export function placesOf(overlay: HTMLElement): Places {
  const box = overlay.querySelector<HTMLElement>('.cards');
  const cards = overlay.querySelectorAll<HTMLElement>('.cards > *');
  return new Map(
    [...cards].map((card) => {
      const { offsetWidth: width, offsetHeight: height } = card;
      const [left, top] = [card.offsetLeft + (box?.offsetLeft ?? 0), card.offsetTop + (box?.offsetTop ?? 0)];
      return [card, { left, top, width, height }];
    }),
  );
}

/**
 * Lets cards that go away fade out, as copies that say nothing to anybody: no id, no focus, no speech.
 * Must be called before the DOM changes. To measure then would have everything laid out once more for the picture that comes: it goes by `places`.
 */
export function leave(overlay: HTMLElement, places: Places, leaves: (productId: string) => boolean): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const card of overlay.querySelectorAll<HTMLElement>('[data-product-id]')) {
    if (!leaves(card.dataset['productId'] ?? '')) continue;
    const picture = card.shadowRoot?.querySelector<HTMLElement>('.card')?.cloneNode(true);
    const sheets = card.shadowRoot?.adoptedStyleSheets;
    const place = (places.has(card) ? places : placesOf(overlay)).get(card);
    if (!picture || !sheets || !place) continue;
    const { left, top, width, height } = place;
    const ghost = document.createElement('div');
    ghost.className = 'leaving';
    for (const name of ['compact', 'data-parted']) ghost.toggleAttribute(name, card.hasAttribute(name));
    ghost.inert = true;
    ghost.ariaHidden = 'true';
    Object.assign(ghost.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    const root = ghost.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [...sheets];
    root.append(picture);
    overlay.append(ghost);
    const fade = ghost.animate([{ opacity: 1 }, { opacity: 0, transform: 'translateY(4px)' }], {
      duration: LEAVING,
      easing: 'ease-in',
    });
    // Whether it ran to its end or was cancelled with the element's removal.
    fade.finished.catch(() => undefined).then(() => ghost.remove());
  }
}
