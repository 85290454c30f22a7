import { TypedEvents } from '../../internal/typed-events.ts';
import { closeButton } from './close-button.ts';
import { keepFocusWithin } from './keep-focus-within.ts';

interface PageFillEvents {
  /** It fills the page, or does so no longer. */
  change: Event;
}

/** What a page that is filled has in its history, so that going back leads out of it and not away. */
const MARK = 'vitrineFills';

/**
 * Lets a player fill the page where no element may go fullscreen (iPhone: only a `<video>`, without anything over it; a frame that is
 * not allowed to). As a popover where there are such: whatever lies around it cannot clip or move it then. It outlives the controls,
 * which are made anew when a live event becomes its replay.
 */
export class PageFill extends TypedEvents<PageFillEvents> {
  readonly #host: HTMLElement;
  #filling: AbortController | undefined;

  constructor(host: HTMLElement) {
    super();
    this.#host = host;
  }

  get isFilled(): boolean {
    return this.#filling !== undefined;
  }

  /** @param leaveText - what the button is called that leads out of it */
  enter(leaveText: string): void {
    if (this.#filling) return;
    const host = this.#host;
    this.#filling = new AbortController();
    const { signal } = this.#filling;
    this.#keepingFocus(() => {
      host.toggleAttribute('data-filled', true);
      this.#raise(signal);
    });
    const base = host.shadowRoot?.querySelector('.base');
    const button = closeButton(leaveText, () => this.leave());
    base?.append(button);
    lockScrolling(signal);
    keepFocusWithin(host, signal);
    history.pushState({ ...asObject(history.state), [MARK]: true }, '');
    signal.addEventListener('abort', () => {
      button.remove();
      host.removeAttribute('data-filled');
      if (isMarked()) history.back();
    });
    addEventListener('popstate', () => !isMarked() && this.leave(), { signal });
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        this.leave();
      },
      { signal },
    );
    this.#leaveWhenMoved(signal);
    this.dispatch(new Event('change'));
  }

  leave(): void {
    const filling = this.#filling;
    if (!filling) return;
    this.#filling = undefined;
    this.#keepingFocus(() => filling.abort());
    this.dispatch(new Event('change'));
  }

  #raise(signal: AbortSignal): void {
    const host = this.#host;
    if (!('showPopover' in host) || host.popover) return;
    host.popover = 'manual';
    host.showPopover();
    signal.addEventListener('abort', () => {
      if (host.matches(':popover-open')) host.hidePopover();
      host.popover = null;
    });
  }

  /** Taken out of the page, or moved within it, a player fills nothing any more. */
  #leaveWhenMoved(signal: AbortSignal): void {
    const host = this.#host;
    const look = (): void => {
      if (!host.isConnected || (host.popover && !host.matches(':popover-open'))) this.leave();
    };
    const observer = new MutationObserver(look);
    for (const root of new Set([document, host.getRootNode()]))
      observer.observe(root, { childList: true, subtree: true });
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Whoever is in the player is there afterwards, at the same button where it is still to be seen. */
  #keepingFocus(change: () => void): void {
    const { shadowRoot } = this.#host;
    const within = shadowRoot?.activeElement;
    change();
    if (!(within instanceof HTMLElement) || shadowRoot?.activeElement === within) return;
    const base = shadowRoot?.querySelector<HTMLElement>('.base');
    (within.checkVisibility() ? within : base)?.focus({ preventScroll: true });
  }
}

const fills = new WeakMap<HTMLElement, PageFill>();

/** One for each player. */
export function pageFillOf(host: HTMLElement): PageFill {
  const fill = fills.get(host) ?? new PageFill(host);
  fills.set(host, fill);
  return fill;
}

function lockScrolling(signal: AbortSignal): void {
  const { style } = document.documentElement;
  const { overflow } = style;
  style.overflow = 'hidden';
  signal.addEventListener('abort', () => (style.overflow = overflow));
}

function isMarked(): boolean {
  return MARK in asObject(history.state);
}

function asObject(state: unknown): object {
  return typeof state === 'object' && state !== null ? state : {};
}
