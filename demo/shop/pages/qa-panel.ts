import type { Product } from '@vitrine/product-cues';
import { html, safeUrl, type Html } from '../html.ts';

const READINGS = [
  ['engine', 'Engine'],
  ['media-time', 'Media time'],
  ['program-time', 'Program time'],
  ['products', 'Active products'],
  ['refusal', 'Last refused cue'],
] as const;

const COUNTS = [
  ['inBand', 'in-band'],
  ['sideChannel', 'side channel'],
  ['archive', 'archive'],
  ['refused', 'refused'],
  ['ignored', 'ignored'],
] as const;

function readings(): Html {
  return html`<section aria-labelledby="qa-now">
    <h3 id="qa-now">Now</h3>
    <dl class="qa-readings">
      ${READINGS.map(
        ([key, label]) =>
          html`<div>
            <dt>${label}</dt>
            <dd data-reading="${key}">–</dd>
          </div>`,
      )}
    </dl>
    <dl class="qa-counts" aria-label="Cues by source">
      ${COUNTS.map(
        ([key, label]) =>
          html`<div>
            <dt>${label}</dt>
            <dd data-count="${key}">0</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function productChoice({ id, title, images: [picture] }: Product): Html {
  return html`<label class="qa-product">
    <input type="checkbox" name="show" value="${id}" />
    ${picture !== undefined && html`<img src="${safeUrl(picture)}" alt="" width="36" height="36" loading="lazy" />`}
    <span>${title}</span><output data-place></output>
  </label>`;
}

function desk(products: readonly Product[]): Html {
  return html`<section aria-labelledby="qa-desk">
    <h3 id="qa-desk">Host’s desk <span class="qa-on-air" data-desk-event></span></h3>
    <form data-desk>
      <fieldset data-desk-controls disabled>
        <label class="qa-switch">
          <input type="checkbox" name="host" role="switch" />
          <span
            >Automatic host <small>highlights what the clip shows; sending by hand takes over</small></span
          >
        </label>
        <div class="qa-products">${products.map(productChoice)}</div>
        <div class="qa-actions">
          <button class="qa-primary" name="action" value="send">Send highlight</button>
          <button name="action" value="clear">Clear screen</button>
        </div>
        <div class="qa-end">
          <button type="button" data-end>End the live event</button>
          <div data-end-confirm hidden>
            <p>It goes off air for everybody, and its recording is published.</p>
            <button type="button" class="qa-danger" data-end-yes>End it now</button>
            <button type="button" data-end-no>Keep it on air</button>
          </div>
        </div>
      </fieldset>
      <p class="qa-answer" data-desk-answer role="status"></p>
    </form>
  </section>`;
}

/** The drawer for QA: shut until wanted, so that the page is first of all a shop. */
export function qaPanel(products: readonly Product[]): Html {
  return html`<aside class="qa" data-qa aria-label="QA panel">
    <button type="button" class="qa-tab" data-qa-toggle aria-expanded="false" aria-controls="qa-body">
      QA
    </button>
    <div class="qa-body" id="qa-body" data-qa-body hidden>
      <header>
        <h2>QA panel</h2>
        <a href="/states">States of the player</a>
        <button type="button" data-qa-toggle aria-expanded="true" aria-controls="qa-body">Close</button>
      </header>
      ${readings()} ${desk(products)}
      <section class="qa-log-section" aria-labelledby="qa-log">
        <h3 id="qa-log">Element events <button type="button" data-log-clear>Clear</button></h3>
        <ol class="qa-log" data-log tabindex="0" aria-label="Element events, newest first"></ol>
      </section>
    </div>
  </aside>`;
}
