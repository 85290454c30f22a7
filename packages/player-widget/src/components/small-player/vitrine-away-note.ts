import { html, LitElement, type TemplateResult } from 'lit';
import { defineOnce } from '../../internal/define-once.ts';
import { Speaker } from '../speaker.ts';
import { SMALL_TEXTS } from './small-player.texts.ts';

/**
 * Says, where the player was, that it is in a window of its own, and brings it back.
 *
 * @element vitrine-away-note
 */
export class VitrineAwayNote extends LitElement {
  readonly #speaker = new Speaker(this);

  declare onBack: () => void;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      <span role="status">${this.#speaker.say(SMALL_TEXTS.away)}</span>
      <button @click=${() => this.onBack()}>${this.#speaker.say(SMALL_TEXTS.bringBack)}</button>
    `;
  }
}

defineOnce('vitrine-away-note', VitrineAwayNote);
