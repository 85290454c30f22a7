import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { languageOf, onLanguage } from '../internal/language.ts';
import { localize, type Values } from '../internal/localize.ts';

/** Languages, by the first part of their tags, that are written from right to left. */
const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/i;

/** Says a component's texts in the language of where it stands, and renders it again when that changes. */
export class Speaker implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #forget: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** As a BCP 47 tag; empty where the page does not say. */
  get language(): string {
    return languageOf(this.#host);
  }

  get direction(): 'rtl' | 'ltr' {
    return RIGHT_TO_LEFT.test(this.language) ? 'rtl' : 'ltr';
  }

  say(text: string, values?: Values): string {
    return localize(text, values, this.language);
  }

  hostConnected(): void {
    this.#forget = onLanguage(this.#host, () => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#forget?.();
  }
}
