import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { OptionAxis } from '../../commerce/option-axes.ts';
import type { VariantChoice } from '../../commerce/variant-choice.ts';
import type { Speaker } from '../speaker.ts';
import { PICKER_TEXTS } from './picker.texts.ts';

const { choose, otherwise, soldOutValue } = PICKER_TEXTS;

const SAID = { buyable: '{value}', 'sold-out': soldOutValue, elsewhere: otherwise } as const;

/**
 * One thing to choose by, as radio buttons. What is sold out or not to be had with the other choices is told so and can be chosen
 * all the same: to see it, or to let the others give way.
 */
export function optionGroup(
  axis: OptionAxis,
  choice: VariantChoice,
  speaker: Speaker,
  onPick: (value: string) => void,
): TemplateResult {
  const { name, values } = axis;
  const place = choice.axes.indexOf(axis);
  const picked = choice.picks.get(name);
  const legend = name || speaker.say(choose);
  if (values.length === 1)
    return html`<p class="only"><span dir="auto">${legend}</span>: <bdi>${values[0]}</bdi></p>`;
  return html`<fieldset data-axis=${name}>
    <legend dir="auto">
      ${legend}${picked === undefined ? nothing : html`: <b dir="auto">${picked}</b>`}
    </legend>
    <div class="values">
      ${repeat(
        values,
        (value) => value,
        (value) => {
          const prospect = choice.prospect(axis, value);
          return html`<label data-prospect=${prospect}>
            <input
              type="radio"
              name=${`option-${String(place)}`}
              .value=${value}
              .checked=${live(value === picked)}
              aria-label=${speaker.say(SAID[prospect], { value })}
              @change=${() => onPick(value)}
            />
            <span dir="auto">${value}</span>
          </label>`;
        },
      )}
    </div>
  </fieldset>`;
}
