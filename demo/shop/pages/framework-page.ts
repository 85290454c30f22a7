import { FRAMEWORKS, type Framework } from '../../frameworks/frameworks.ts';
import { html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { frameworkLinks } from './frameworks-page.ts';
import { layout } from './layout.ts';

interface FrameworkShow {
  readonly name: Framework;
  /** Id or slug of the event to play. */
  readonly event: string;
  /** The component's own text, for whoever wants to do the same. */
  readonly source: string;
}

/** One framework: the component at work, and under it what it was written with. */
export function frameworkPage({ name, event, source }: FrameworkShow, context: PageContext): string {
  const { title, lead, script, source: file } = FRAMEWORKS[name];
  const main = html`<article class="framework">
    <h1>The player in ${title}</h1>
    ${frameworkLinks(name)}
    <p class="framework-lead">${lead}</p>
    <div
      id="app"
      class="framework-app"
      data-service="${context.serviceUrl}"
      data-cdn="${context.cdnUrl}"
      data-event="${event}"
    ></div>
    <h2>How it is written</h2>
    <p><code>demo/frameworks/${file}</code></p>
    <pre class="framework-source" tabindex="0"><code>${source}</code></pre>
  </article>`;
  const head = html`<link rel="stylesheet" href="/assets/frameworks.css" />
    ${script && html`<script type="module" src="${context.cdnUrl}/vitrine/vitrine.js"></script>`}
    <script type="module" src="/assets/frameworks/${name}/main.js"></script>`;
  return layout({ title: `The player in ${title}`, main, head }, context);
}
