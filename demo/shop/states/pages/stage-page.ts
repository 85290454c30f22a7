import { html, type HtmlValue } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import type { State } from '../state.ts';
import { document } from './document.ts';

function attributes(values: State['attributes'] = {}): HtmlValue {
  return Object.entries(values).map(([name, value]) =>
    value === true ? html` ${name}` : html` ${name}="${value}"`,
  );
}

/** The player alone, and a script that does what a viewer would do to get it into this state. */
export function stagePage(state: State, visit: string, { cdnUrl }: PageContext): string {
  const { id, title, lang, tall = false, surroundings, missing, acts } = state;
  const widget = missing === undefined ? `${cdnUrl}/vitrine` : `/states/${id}/widget`;
  const head = html`<link rel="stylesheet" href="/assets/shop.css" />
    ${surroundings !== undefined && html`<script src="/assets/${surroundings}.js"></script>`}
    <script type="module" src="/assets/stage.js"></script>
    <script type="module" src="${widget}/vitrine.js"></script>`;
  const muted = surroundings !== 'refuses-autoplay' && surroundings !== 'refuses-sound';
  const body = html`<main data-acts="${JSON.stringify(acts)}" ${tall && html`data-tall`}>
    <vitrine-player
      service="/states/${id}/${visit}"
      event-id="show"
      ${muted && html`muted`}
      ${attributes(state.attributes)}
    ></vitrine-player>
  </main>`;
  return document({ title, name: 'stage', head, body, ...(lang !== undefined && { lang }) });
}
