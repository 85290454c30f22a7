/** Pixels by which a hotspot keeps clear of what lies over the picture: half of what one sees of it, and a little. */
const CLEARANCE = 15;
/** Pixels at the bottom that the controls take when they are there. */
const CONTROLS = 52;

/** Places and sizes are known once they have drawn themselves, which is in this very task: before anything is painted. */
export async function untilDrawn(cards: Iterable<Element>): Promise<void> {
  await Promise.all([...cards].map((card) => 'updateComplete' in card && card.updateComplete));
}

/**
 * Hides the hotspots that would lie on a card, on captions or on the controls, where one could see, or press, only one of both: the card
 * says the same and more. They keep their places, and are back as soon as there is room.
 */
export async function makeWay(overlay: HTMLElement): Promise<void> {
  const hotspots = overlay.querySelectorAll<HTMLElement>('.hotspot');
  const cards = overlay.querySelectorAll('vitrine-product-card');
  if (hotspots.length === 0) return;
  await untilDrawn(cards);
  const captions = parseFloat(getComputedStyle(overlay).getPropertyValue('--captions-room')) || 0;
  const floor = overlay.getBoundingClientRect().bottom - CONTROLS - captions;
  const boxes = [...cards].map((card) => card.getBoundingClientRect());
  for (const hotspot of hotspots) {
    const box = hotspot.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const covered =
      y > floor - CLEARANCE ||
      boxes.some(
        ({ left, right, top, bottom }) =>
          x > left - CLEARANCE && x < right + CLEARANCE && y > top - CLEARANCE && y < bottom + CLEARANCE,
      );
    if (covered && hotspot.matches(':focus')) overlay.focus({ preventScroll: true });
    hotspot.toggleAttribute('data-covered', covered);
  }
}
