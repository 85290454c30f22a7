import type { LiveEvent } from '@vitrine/product-cues';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { formatLength } from '../../internal/format-length.ts';
import { localize } from '../../internal/localize.ts';
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

  declare event: LiveEvent | undefined;
  declare poster: string | undefined;
  /** Somebody has asked to play and there is no picture yet. */
  declare busy: boolean;
  declare onPlay: (() => void) | undefined;

  protected override render(): TemplateResult {
    const { event, poster, busy } = this;
    const title = event?.title;
    return html`
      ${poster ? html`<img src=${poster} alt="" @error=${this.#onBrokenPoster} />` : nothing}
      <button
        aria-label=${title ? localize(FACADE_TEXTS.playTitle, { title }) : FACADE_TEXTS.play}
        aria-busy=${busy}
        @click=${this.onPlay}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M8 5v14l12-7Z" />
          <circle cx="12" cy="12" r="9" />
        </svg>
      </button>
      ${title ? html`<div class="about"><strong>${title}</strong>${this.#facts(event)}</div>` : nothing}
    `;
  }

  #facts({ status, products, playback }: LiveEvent): TemplateResult {
    const count = products.length;
    const facts = [
      count && (count === 1 ? FACADE_TEXTS.oneProduct : localize(FACADE_TEXTS.manyProducts, { count })),
      playback?.type === 'archive' && playback.duration > 0 && formatLength(playback.duration),
    ];
    return html`<span>
      ${status === 'live' ? html`<b>${FACADE_TEXTS.live}</b>` : nothing}${facts.filter(Boolean).join(', ')}
    </span>`;
  }

  /** A poster that does not load leaves a calm surface, not a broken picture. */
  #onBrokenPoster({ target }: Event): void {
    if (target instanceof HTMLElement) target.hidden = true;
  }
}
