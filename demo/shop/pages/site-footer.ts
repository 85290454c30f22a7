import { html, type Html } from '../html.ts';
import { ROOMS } from '../shop-copy.ts';

export function siteFooter(): Html {
  return html`<footer class="site-footer">
    <div class="footer-columns">
      <div class="footer-about">
        <p class="wordmark">Maison Alder</p>
        <p>
          Things for the table and the rooms around it, from eleven small workshops that we visit each year.
        </p>
      </div>
      <div>
        <h2>Shop</h2>
        <a href="/products">All pieces</a>
        ${ROOMS.map((room) => html`<a href="/products?room=${room}">${room}</a>`)}
      </div>
      <div>
        <h2>Watch</h2>
        <a href="/">Live from the studio</a>
        <a href="/#watch">Past evenings</a>
      </div>
      <div>
        <h2>For developers</h2>
        <a href="/frameworks">In a framework</a>
        <a href="/themes">In three looks</a>
      </div>
      <div>
        <h2>Visit</h2>
        <p>14 Alder Quay<br />Tuesday to Saturday<br />10 to 18 h</p>
      </div>
    </div>
    <p class="small-print">
      Maison Alder is an invented shop: it shows how Vitrine looks on a retailer’s page. Nothing here can be
      bought.
    </p>
  </footer>`;
}
