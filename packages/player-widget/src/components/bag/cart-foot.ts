import { html, type TemplateResult } from 'lit';
import { type Cart, countOf } from '../../commerce/cart-adapter.ts';
import { formatMoney } from '../../internal/format.ts';
import { localizeCount } from '../../internal/localize-count.ts';
import type { Speaker } from '../speaker.ts';
import { BAG_TEXTS, IN_BAG_COUNT } from './bag.texts.ts';

/** What is in the page's cart, and the way to pay for it. */
export function cartFoot(
  cart: Cart,
  speaker: Speaker,
  currency: string | null | undefined,
  onCheckout: () => void,
): TemplateResult {
  const { total } = cart;
  return html`<div class="foot">
    <span>
      ${localizeCount(IN_BAG_COUNT, countOf(cart), speaker.language)}
      ${total ? html`<b>${formatMoney(total, speaker.language, currency)}</b>` : ''}
    </span>
    <button class="check-out" @click=${onCheckout}>${speaker.say(BAG_TEXTS.checkOut)}</button>
  </div>`;
}
