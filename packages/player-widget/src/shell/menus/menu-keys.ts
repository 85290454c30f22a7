interface KeysOptions {
  readonly onClose: () => void;
  readonly signal: AbortSignal;
}

/** The keys of an open menu, as the ARIA practices have them: nothing of them is left for the page or the player. */
export function followMenuKeys(
  list: HTMLElement,
  items: () => readonly HTMLElement[],
  { onClose, signal }: KeysOptions,
): void {
  const go = (to: number): void => {
    const all = items();
    all.at(to % all.length)?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    const { key, target } = event;
    const at = items().findIndex((item) => item === target);
    const todo: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at < 0 ? -1 : at - 1),
      Home: () => go(0),
      End: () => go(-1),
      PageUp: () => go(0),
      PageDown: () => go(-1),
      Enter: () => items()[at]?.click(),
      ' ': () => items()[at]?.click(),
      Escape: onClose,
    };
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    // Nothing of it is a hotkey.
    event.stopPropagation();
    // The focus goes on from the button.
    if (key === 'Tab') return onClose();
    todo[key]?.();
    if (todo[key]) event.preventDefault();
  };
  list.addEventListener('keydown', press, { signal });
}
