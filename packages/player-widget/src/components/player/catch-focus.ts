/** Parts that may come over all others, each with the one thing that there is to do then. */
const OVER_ALL = ['vitrine-event-screen', 'vitrine-facade'];

/**
 * Whoever is at something in a player that goes, or comes to lie behind a screen, goes on in the player and not from the top of the
 * page: from what was around it, or else from the one thing to do now. Answers with a look for browsers that do not tell when they
 * take the focus from what is removed.
 */
export function catchFocus(base: HTMLElement, { signal }: { signal: AbortSignal }): () => void {
  /** What has the focus, and all that is around it. */
  let path: readonly EventTarget[] = [];

  const look = (): void => {
    const [at, ...outer] = path;
    if (signal.aborted || !(at instanceof HTMLElement)) return;
    const isThere = at.isConnected && at.checkVisibility({ visibilityProperty: true });
    const hasIt = at.matches(':focus');
    // Firefox leaves the focus with what is hidden.
    if (!hasIt || !isThere) path = [];
    const { activeElement, body } = document;
    if ((isThere && !at.matches(':disabled')) || (activeElement && activeElement !== body && !hasIt)) return;
    const around = outer.slice(0, Math.max(outer.indexOf(base), 0));
    for (const next of [...around, ...actions(base), base])
      if (next instanceof HTMLElement) {
        next.focus({ preventScroll: true });
        if (next !== at && next.matches(':focus')) return;
      }
  };

  base.addEventListener('focusin', (event) => (path = event.composedPath()), { signal });
  base.addEventListener(
    'focusout',
    (event) => {
      path = event.relatedTarget ? [] : event.composedPath();
      // Told before it goes or after; and what comes in its place may still be on its way.
      if (path.length > 0) setTimeout(look);
    },
    { signal },
  );
  return () => setTimeout(look);
}

function actions(base: HTMLElement): readonly (HTMLElement | null | undefined)[] {
  return OVER_ALL.map((name) => base.querySelector(name)?.shadowRoot?.querySelector<HTMLElement>('button'));
}
