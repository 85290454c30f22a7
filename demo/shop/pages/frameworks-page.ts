import { FRAMEWORKS, type Framework } from '../../frameworks/frameworks.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { layout } from './layout.ts';

/** From one framework to the others. */
export function frameworkLinks(current: Framework | undefined): Html {
  return html`<nav class="rooms" aria-label="Frameworks">
    ${Object.entries(FRAMEWORKS).map(
      ([name, { title }]) =>
        html`<a href="/frameworks/${name}" ${name === current && html`aria-current="page"`}>${title}</a>`,
    )}
  </nav>`;
}

/** The way to the pages that only a developer looks for. */
export function frameworksPage(context: PageContext): string {
  const main = html`<article class="framework">
    <h1>The player in a framework</h1>
    ${frameworkLinks(undefined)}
    <dl class="framework-list">
      ${Object.entries(FRAMEWORKS).map(
        ([name, { title, lead }]) =>
          html`<div>
            <dt><a href="/frameworks/${name}">${title}</a></dt>
            <dd>${lead}</dd>
          </div>`,
      )}
    </dl>
  </article>`;
  const head = html`<link rel="stylesheet" href="/assets/frameworks.css" />`;
  return layout({ title: 'The player in a framework', main, head }, context);
}
