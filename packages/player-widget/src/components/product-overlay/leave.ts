/** Milliseconds in which a product that is no longer shown fades away. */
const LEAVING = 150;

/**
 * Lets cards that go away fade out, as copies that say nothing to anybody: no id, no focus, no speech.
 * Must be called before the DOM changes.
 */
export function leave(overlay: HTMLElement, leaves: (productId: string) => boolean): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const origin = overlay.getBoundingClientRect();
  for (const card of overlay.querySelectorAll<HTMLElement>('[data-product-id]')) {
    if (!leaves(card.dataset['productId'] ?? '')) continue;
    const picture = card.shadowRoot?.querySelector<HTMLElement>('.card')?.cloneNode(true);
    const sheets = card.shadowRoot?.adoptedStyleSheets;
    if (!picture || !sheets) continue;
    const { left, top, width, height } = card.getBoundingClientRect();
    const ghost = document.createElement('div');
    ghost.className = 'leaving';
    for (const name of ['compact', 'data-parted']) ghost.toggleAttribute(name, card.hasAttribute(name));
    ghost.inert = true;
    ghost.ariaHidden = 'true';
    Object.assign(ghost.style, {
      left: `${left - origin.left}px`,
      top: `${top - origin.top}px`,
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
