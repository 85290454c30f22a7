import type { Product } from '@vitrine/product-cues';
import { html, nothing, type TemplateResult } from 'lit';
import type { AddTry } from '../../commerce/add-tries.ts';
import { actionOf, type ProductAction } from '../../commerce/action-of.ts';
import type { ProductRequestType } from '../../commerce/product-requests.ts';
import type { Speaker } from '../speaker.ts';
import { PRODUCT_TEXTS } from './product.texts.ts';

const { add, addProduct, choose, chooseProduct, similar, similarTo } = PRODUCT_TEXTS;

const ACTIONS: Readonly<Record<ProductAction, { text: string; label: string; request: ProductRequestType }>> =
  {
    add: { text: add, label: addProduct, request: 'vitrine-add-to-cart' },
    choose: { text: choose, label: chooseProduct, request: 'vitrine-product-open' },
    similar: { text: similar, label: similarTo, request: 'vitrine-product-open' },
  };

/** The one button of a product; what comes of adding is said in it. */
export function actionButton(
  product: Product,
  speaker: Speaker,
  attempt: AddTry | undefined,
  onRequest: ((type: ProductRequestType) => void) | undefined,
): TemplateResult {
  const action = actionOf(product);
  const words = ACTIONS[action];
  const { text, label } = (action === 'add' && attempt) || words;
  return html`<button
    class="action"
    ?data-quiet=${action === 'similar'}
    data-try=${attempt?.state ?? nothing}
    aria-label=${speaker.say(label, { title: product.title })}
    @click=${() => onRequest?.(words.request)}
  >
    ${speaker.say(text)}
  </button>`;
}
