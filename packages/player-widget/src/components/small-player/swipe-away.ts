/** Pixels after which letting go takes it away. */
const FAR = 64;

/** A finger takes an element along, and away where it lets go far enough; else it comes back. */
export function swipeAway(
  element: HTMLElement,
  onAway: () => void,
  { signal }: { signal: AbortSignal },
): void {
  let start: PointerEvent | undefined;
  const move = (to: string): void => element.style.setProperty('translate', to);
  const end = (): void => {
    start = undefined;
    element.toggleAttribute('data-back', true);
    move('none');
  };
  const along = (event: PointerEvent): readonly [number, number] | undefined =>
    start && event.pointerId === start.pointerId
      ? [event.clientX - start.clientX, event.clientY - start.clientY]
      : undefined;
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'mouse' || start) return;
      start = event;
      element.removeAttribute('data-back');
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      const way = along(event);
      if (way) move(way.map((length) => `${String(length)}px`).join(' '));
    },
    { signal },
  );
  element.addEventListener(
    'pointerup',
    (event) => {
      const [x, y] = along(event) ?? [0, 0];
      end();
      if (Math.hypot(x, y) > FAR) onAway();
    },
    { signal },
  );
  element.addEventListener('pointercancel', end, { signal });
  signal.addEventListener(
    'abort',
    () => {
      element.style.removeProperty('translate');
      element.removeAttribute('data-back');
    },
    { once: true },
  );
}
