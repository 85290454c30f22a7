/** Pixels by which a hotspot keeps clear of what lies over the picture: half of what one sees of it, and a little. */
const CLEARANCE = 15;
/** Pixels at the bottom that the controls take when they are there. */
const CONTROLS = 52;

/**
 * Hides the hotspots that would lie on a card, on captions or on the controls, where one could see, or press, only one of both: the card
 * says the same and more. They keep their places, and are back as soon as there is room. For when everything has drawn itself.
 */
export function makeWay(overlay: HTMLElement): void {
  const hotspots = overlay.querySelectorAll<HTMLElement>('.hotspot');
  const cards = overlay.querySelectorAll('.cards > *');
  if (hotspots.length === 0) return;
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
