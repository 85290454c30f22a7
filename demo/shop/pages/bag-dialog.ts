import { html, type Html } from '../html.ts';
import { CLOSE_ICON } from './icons.ts';

/** The shop's own bag; the browser's code fills it. */
export function bagDialog(): Html {
  return html`<dialog class="bag" data-bag aria-labelledby="bag-title">
    <header>
      <h2 id="bag-title">Your bag</h2>
      <form method="dialog"><button class="round" aria-label="Close the bag">${CLOSE_ICON}</button></form>
    </header>
    <ul class="bag-lines" data-bag-lines></ul>
    <p class="bag-empty" data-bag-empty>Nothing in it yet. The evening is young.</p>
    <footer data-bag-sum hidden>
      <p>Total <output data-bag-total></output></p>
      <button type="button" class="button" data-checkout>Go to checkout</button>
      <p class="bag-note" data-bag-note role="status"></p>
    </footer>
  </dialog>`;
}
