/** Where on a seek bar somebody looks: a fraction of it, where one is now, or nowhere. */
export type Attention = number | 'now' | undefined;

interface AttentionOptions {
  /** What takes the pointer: higher than the bar itself. */
  readonly control: HTMLElement;
  /** The slider. */
  readonly bar: HTMLElement;
  readonly signal: AbortSignal;
}

/**
 * Tells where a pointer is on the seek bar, a mouse that hovers as well as a finger that drags, and whether the keyboard
 * is there. Escape sends it away.
 */
export function followAttention(
  { control, bar, signal }: AttentionOptions,
  take: (attention: Attention) => void,
): void {
  let pointer: number | undefined;
  let dragging = false;
  let focused = false;
  const tell = (): void => take(pointer ?? (focused ? 'now' : undefined));

  const point = ({ clientX }: PointerEvent): void => {
    const { left, width } = bar.getBoundingClientRect();
    pointer = width > 0 ? Math.max(0, Math.min(1, (clientX - left) / width)) : undefined;
    tell();
  };
  const leave = (): void => {
    pointer = undefined;
    tell();
  };
  const drop = (event: PointerEvent): void => {
    if (!dragging) return;
    dragging = false;
    // A mouse that is still there goes on hovering; a finger is gone.
    if (event.pointerType !== 'mouse' || !control.matches(':hover')) leave();
  };

  control.addEventListener('pointermove', point, { signal });
  control.addEventListener('pointerleave', () => dragging || leave(), { signal });
  control.addEventListener(
    'pointerdown',
    (event) => {
      dragging = true;
      point(event);
    },
    { signal },
  );
  // A drag goes on beyond the bar.
  document.addEventListener('pointermove', (event) => dragging && point(event), { signal });
  for (const type of ['pointerup', 'pointercancel'] as const)
    document.addEventListener(type, drop, { signal });

  const focus = (is: boolean): void => {
    focused = is;
    tell();
  };
  bar.addEventListener('focus', () => focus(bar.matches(':focus-visible')), { signal });
  bar.addEventListener('blur', () => focus(false), { signal });
  bar.addEventListener('keydown', ({ key }) => focus(key !== 'Escape'), { signal });
}
