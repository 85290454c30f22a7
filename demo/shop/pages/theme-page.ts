import { html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { THEMES, type Theme } from '../themes/themes.ts';
import { layout } from './layout.ts';

interface ThemeShow {
  readonly name: Theme;
  /** Id or slug of the event to play. */
  readonly event: string;
  /** The theme's style sheet, for whoever wants to do the same. */
  readonly source: string;
}

/** One look: the player in it, and under it all that it takes. */
export function themePage({ name, event, source }: ThemeShow, context: PageContext): string {
  const { title, lead } = THEMES[name];
  const main = html`<article class="framework">
    <h1>The player, ${title.toLowerCase()}</h1>
    <nav class="rooms" aria-label="Themes">
      ${Object.entries(THEMES).map(
        ([other, theme]) =>
          html`<a href="/themes/${other}" ${other === name && html`aria-current="page"`}>${theme.title}</a>`,
      )}
    </nav>
    <p class="framework-lead">${lead}</p>
    <div class="theme">
      <vitrine-player service="${context.serviceUrl}" cdn="${context.cdnUrl}" event-id="${event}" mini-player
        ><p class="theme-slot">Maison Alder</p></vitrine-player
      >
    </div>
    <h2>How it is written</h2>
    <p>
      <code>demo/shop/themes/${name}.css</code>: custom properties, a part or two. What lies over the picture
      at the top, the shop’s name, is slotted.
    </p>
    <pre class="framework-source" tabindex="0"><code>${source}</code></pre>
  </article>`;
  const head = html`<link rel="stylesheet" href="/assets/frameworks.css" />
    <link rel="stylesheet" href="/assets/${name}.css" />
    <script type="module" src="${context.cdnUrl}/vitrine/vitrine.js"></script>`;
  return layout({ title: `The player, ${title.toLowerCase()}`, main, head }, context);
}
