import { html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { layout } from './layout.ts';

export function notFoundPage(context: PageContext): string {
  const main = html`<section class="range empty">
    <h1>This is not on the shelf</h1>
    <p>The page may have moved, or the piece is no longer made. <a href="/products">See what there is</a>.</p>
  </section>`;
  return layout({ title: 'Not found', main }, context);
}
