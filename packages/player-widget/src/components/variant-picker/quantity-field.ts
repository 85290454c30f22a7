import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../icons.ts';
import type { Speaker } from '../speaker.ts';
import { PICKER_TEXTS } from './picker.texts.ts';

const MOST = 99;

/** How many: by its buttons, or written. */
export function quantityField(
  quantity: number,
  speaker: Speaker,
  onChange: (quantity: number) => void,
): TemplateResult {
  const { quantity: label, less, more } = PICKER_TEXTS;
  const write = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const wanted = possible(target.valueAsNumber);
    // Also where it is what it was: nothing renders then.
    target.value = String(wanted);
    onChange(wanted);
  };
  const step = (text: string, sign: 'minus' | 'plus', by: number): TemplateResult =>
    html`<button
      class="step"
      aria-label=${speaker.say(text)}
      aria-disabled=${quantity + by < 1 || quantity + by > MOST}
      @click=${() => onChange(possible(quantity + by))}
    >
      ${icon(sign)}
    </button>`;
  return html`<div class="quantity" role="group" aria-label=${speaker.say(label)}>
    ${step(less, 'minus', -1)}
    <input
      type="number"
      inputmode="numeric"
      min="1"
      max=${MOST}
      aria-label=${speaker.say(label)}
      .value=${live(String(quantity))}
      @change=${write}
    />
    ${step(more, 'plus', 1)}
  </div>`;
}

function possible(quantity: number): number {
  return Math.min(MOST, Math.max(1, Math.round(quantity) || 1));
}
