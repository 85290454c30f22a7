import type { LitElement } from 'lit';
import { announcerOf } from '../../internal/announcer.ts';
import { activeElement } from './active-element.ts';
import { type PanelPlace, placePanel } from './panel-place.ts';

interface PanelOptions {
  /** Somebody wants it gone, or has turned to something else. */
  readonly onClose: () => void;
  /** Has the focus when the panel is closed and what opened it is gone. */
  readonly instead: () => HTMLElement | undefined;
}

/** The dialog of a panel over a player: where it lies, how it closes, and where the focus goes. */
export class PanelDialog {
  readonly #host: LitElement;
  readonly #options: PanelOptions;
  #opening: AbortController | undefined;
  #opener: HTMLElement | undefined;
  /** Somebody wanted it, or has been in it. */
  #isWanted = false;

  constructor(host: LitElement, options: PanelOptions) {
    this.#host = host;
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#opening !== undefined;
  }

  get hasFocus(): boolean {
    return this.#dialog?.matches(':focus-within') ?? false;
  }

  /** How it would open now. */
  get place(): PanelPlace {
    const { left, top, width, height } = this.#frame.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    return placePanel({ left, top, width, height }, { width: clientWidth, height: innerHeight });
  }

  /** `takeFocus` where somebody asked for it; one that opens by itself leaves the focus where it is. */
  open({ takeFocus }: { takeFocus: boolean }): void {
    const dialog = this.#dialog;
    if (!dialog || this.isOpen) return;
    this.#opener = takeFocus ? activeElement() : undefined;
    this.#isWanted = takeFocus;
    this.#opening = new AbortController();
    const { signal } = this.#opening;
    this.#show(dialog);
    const again = (): void => this.#show(dialog);
    const observer = new ResizeObserver(again);
    observer.observe(this.#frame);
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    addEventListener('resize', again, { signal });
    this.#listen(dialog, signal);
    if (takeFocus) this.focus();
  }

  focus(): void {
    this.#isWanted = true;
    this.#dialog?.focus({ preventScroll: true });
  }

  /** The focus goes back to what opened it, unless somebody is elsewhere by now. */
  close(): void {
    const dialog = this.#dialog;
    if (!dialog || !this.isOpen) return;
    const inside = this.hasFocus;
    this.#opening?.abort();
    this.#opening = undefined;
    hide(dialog);
    delete this.#host.dataset['place'];
    if (!inside) return;
    const back = [this.#opener, this.#options.instead()].find((one) => one?.checkVisibility());
    (back ?? this.#frame).focus({ preventScroll: true });
  }

  /** The player's box, of which the host is a part. */
  get #frame(): HTMLElement {
    return this.#host.parentElement ?? this.#host;
  }

  get #dialog(): HTMLDialogElement | undefined {
    return this.#host.renderRoot.querySelector('dialog') ?? undefined;
  }

  #show(dialog: HTMLDialogElement): void {
    const { place } = this;
    if (this.#host.dataset['place'] !== place.kind) {
      const inside = this.hasFocus;
      // Over the page it would take the focus, and what has one's eyes: not unasked.
      if ('width' in place && !inside && !this.#isWanted) {
        this.#options.onClose();
        return;
      }
      hide(dialog);
      this.#host.dataset['place'] = place.kind;
      if (place.kind === 'page') {
        dialog.popover = 'manual';
        dialog.showPopover();
      } else if (place.kind === 'cover') {
        dialog.showModal();
        announcerOf(dialog).speakIn(dialog);
      }
      // show() would take the focus, also when nobody asked for the panel.
      else dialog.open = true;
      if (inside) this.focus();
    }
    const box = 'width' in place ? place : undefined;
    for (const name of ['left', 'width', 'height'] as const)
      dialog.style.setProperty(name, box ? `${box[name]}px` : null);
  }

  #listen(dialog: HTMLDialogElement, signal: AbortSignal): void {
    const { onClose } = this.#options;
    // Modal, the browser tells of Escape and of a phone's back gesture by this.
    dialog.addEventListener(
      'cancel',
      (event) => {
        event.preventDefault();
        onClose();
      },
      { signal },
    );
    this.#frame.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // One press does one thing: a player that fills the page stays so.
        event.stopPropagation();
        onClose();
      },
      { signal },
    );
    const turnAway = (event: Event): void => {
      const path = event.composedPath();
      const onPage = this.#host.dataset['place'] === 'page' && !path.includes(this.#frame);
      // The backdrop of a modal dialog is the dialog itself.
      const onBackdrop = event.type === 'pointerdown' && path[0] === dialog && !isWithin(dialog, event);
      if (onPage || onBackdrop) onClose();
    };
    for (const type of ['focusin', 'pointerdown'])
      document.addEventListener(type, turnAway, { signal, capture: true });
  }
}

function hide(dialog: HTMLDialogElement): void {
  if (dialog.popover) {
    if (dialog.matches(':popover-open')) dialog.hidePopover();
    dialog.popover = null;
  } else if (dialog.matches(':modal')) {
    dialog.close();
    announcerOf(dialog).speakIn();
  } else dialog.open = false;
}

function isWithin(element: Element, event: Event): boolean {
  if (!(event instanceof MouseEvent)) return true;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return x >= left && x <= right && y >= top && y <= bottom;
}
