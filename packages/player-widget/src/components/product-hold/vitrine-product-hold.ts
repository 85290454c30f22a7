import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import { Speaker } from '../speaker.ts';
import { HOLD_TEXTS } from './hold.texts.ts';
import { productHoldStyles } from './vitrine-product-hold.styles.ts';

/**
 * Keeps the cards that are there from changing and leaving, for whoever wants to read on. What is on screen is told everywhere
 * else as before.
 *
 * @element vitrine-product-hold
 */
export class VitrineProductHold extends LitElement {
  static override styles = productHoldStyles;
  static override properties = { held: { type: Boolean, reflect: true }, onHold: {} };

  readonly #speaker = new Speaker(this);

  declare held: boolean;
  declare onHold: ((held: boolean) => void) | undefined;

  protected override render(): TemplateResult {
    const { held } = this;
    const label = this.#speaker.say(held ? HOLD_TEXTS.letGo : HOLD_TEXTS.hold);
    return html`<button aria-label=${label} title=${label} @click=${() => this.onHold?.(!held)}>
      ${icon('pin')}${held ? html`<span>${this.#speaker.say(HOLD_TEXTS.held)}</span>` : nothing}
    </button>`;
  }
}
