/**
 * Behind a player that fills the page nobody tabs into what they cannot see. What the page lays on top of it, a dialog or a popover,
 * is not covered: that is where it lets people choose or pay.
 */
export function keepFocusWithin(host: HTMLElement, signal: AbortSignal): void {
  const bringBack = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || host.contains(target)) return;
    if (target.closest(':modal, :popover-open') || target.shadowRoot?.contains(host)) return;
    host.shadowRoot?.querySelector<HTMLElement>('.base')?.focus({ preventScroll: true });
  };
  document.addEventListener('focusin', bringBack, { signal });
}
