import type { LiveEvent } from '@vitrine/product-cues';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { loadChunk } from '../../internal/load-chunk.ts';
import { Speaker } from '../speaker.ts';
import { FACADE_TEXTS } from './facade.texts.ts';
import { facadeStyles } from './vitrine-facade.styles.ts';

/**
 * What is painted before anything is loaded: poster, play button, and what is known by then.
 *
 * @element vitrine-facade
 */
export class VitrineFacade extends LitElement {
  static override styles = facadeStyles;
  static override properties = { event: {}, poster: {}, busy: { type: Boolean, reflect: true }, onPlay: {} };

  readonly #speaker = new Speaker(this);

  declare event: LiveEvent | undefined;
  declare poster: string | undefined;
  /** Somebody has asked to play and there is no picture yet. */
  declare busy: boolean;
  declare onPlay: (() => void) | undefined;

  protected override willUpdate(): void {
    // Whoever plays already is not kept waiting for words that are about to go. Without them one can still play.
    if (this.event && !this.busy) loadChunk(() => import('./vitrine-facade-about.ts')).catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const { event, poster, busy } = this;
    const title = event?.title;
    return html`
      ${poster ? html`<img src=${poster} alt="" @error=${this.#onBrokenPoster} />` : nothing}
      <button
        aria-label=${this.#speaker.say(title ? FACADE_TEXTS.playTitle : FACADE_TEXTS.play, { title: title ?? '' })}
        aria-busy=${busy}
        @click=${this.onPlay}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M8 5v14l12-7Z" />
          <circle cx="12" cy="12" r="9" />
        </svg>
      </button>
      ${title ? html`<vitrine-facade-about .event=${event}></vitrine-facade-about>` : nothing}
    `;
  }

  /** A poster that does not load leaves a calm surface, not a broken picture. */
  #onBrokenPoster({ target }: Event): void {
    if (target instanceof HTMLElement) target.hidden = true;
  }
}
