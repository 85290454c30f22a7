import type { Product } from '@vitrine/product-cues';
import { html, type Html } from '../html.ts';
import { copyFor } from '../shop-copy.ts';
import { LEAF_ICON, RETURN_ICON, TRUCK_ICON } from './icons.ts';
import { productPrice } from './product-price.ts';

function options({ options: all }: Product): Html[] {
  return (all ?? []).map(
    ({ name, values }) =>
      html`<fieldset class="option">
        <legend>${name}</legend>
        ${values.map(
          (value, index) =>
            html`<label
              ><input type="radio" name="option:${name}" value="${value}" ${index === 0 && 'checked'} /><span
                >${value}</span
              ></label
            >`,
        )}
      </fieldset>`,
  );
}

/** What one buys by: name, price, options, button, and what the shop promises. */
export function buyBox(product: Product): Html {
  const { lead, details } = copyFor(product.id);
  const soldOut = product.availability === 'out_of_stock';
  return html`<section class="buy-box" aria-labelledby="product-title">
    <p class="eyebrow">${product.brand ?? 'Maison Alder'}</p>
    <h1 id="product-title">${product.title}</h1>
    ${productPrice(product)}
    <p class="lead">${lead}</p>
    <form data-buy="${product.id}">
      ${options(product)}
      <button class="button" ${soldOut && 'disabled'}>${soldOut ? 'Sold out' : 'Add to bag'}</button>
    </form>
    <ul class="promises">
      <li>${TRUCK_ICON}<span>With you in two to three days</span></li>
      <li>${RETURN_ICON}<span>60 days to change your mind</span></li>
      <li>${LEAF_ICON}<span>Repaired for life in our workshop</span></li>
    </ul>
    <details class="details" open>
      <summary>Details</summary>
      <ul>
        ${details.map((detail) => html`<li>${detail}</li>`)}
      </ul>
    </details>
    <details class="details">
      <summary>Delivery and returns</summary>
      <p>Sent on weekdays before noon, in paper and wood wool. Send it back within 60 days, used or not.</p>
    </details>
  </section>`;
}
