import { html, type Html } from '../../html.ts';
import type { PageContext } from '../../page-context.ts';
import { layout } from '../../pages/layout.ts';
import type { Group } from '../state.ts';
import { GROUPS, STATES } from '../states.ts';

function group({ title, states }: Group): Html {
  return html`<section class="state-group">
    <h2>${title}</h2>
    <ol>
      ${states.map(
        (state) =>
          html`<li>
            <a href="/states/${state.id}">${state.title}</a>
            <p>${state.look}</p>
          </li>`,
      )}
    </ol>
  </section>`;
}

/** All states of the player, to be walked through by whoever checks them. */
export function indexPage(context: PageContext): string {
  const main = html`<div class="states">
    <h1>States of the player</h1>
    <p class="lead">
      ${STATES.length} of them, each on a page of its own and reached as a viewer would reach it: real
      archive, real live stream, and a service that answers what the state needs.
    </p>
    ${GROUPS.map(group)}
  </div>`;
  const head = html`<link rel="stylesheet" href="/assets/states.css" />`;
  return layout({ title: 'States of the player', main, head }, context);
}
