import { html, type Html } from '../../html.ts';
import { STATES } from '../states.ts';
import type { State } from '../state.ts';
import { VIEWPORTS, type Viewport } from '../viewports.ts';
import { document } from './document.ts';

function neighbour(state: State, step: number, viewport: Viewport): Html {
  const index = STATES.indexOf(state) + step;
  const other = STATES[(index + STATES.length) % STATES.length] ?? state;
  const label = step < 0 ? 'Previous' : 'Next';
  return html`<a
    href="/states/${other.id}?viewport=${viewport.name}"
    rel="${step < 0 ? 'prev' : 'next'}"
    title="${other.title}"
    >${label}</a
  >`;
}

function sizes(state: State, chosen: Viewport): Html {
  return html`<nav class="sizes" aria-label="Size">
    ${VIEWPORTS.map(
      (viewport) =>
        html`<a
          href="/states/${state.id}?viewport=${viewport.name}"
          ${viewport === chosen && html`aria-current="true"`}
          >${viewport.title} <small>${viewport.width}</small></a
        >`,
    )}
  </nav>`;
}

/** One state with what one should see, at the size of a device, and the way to the next. */
export function statePage(state: State, viewport: Viewport): string {
  const { id, title, look } = state;
  const body = html`<header class="state-bar">
      <nav class="walk" aria-label="States">
        <a href="/states">All states</a>
        ${neighbour(state, -1, viewport)}
        <span>${STATES.indexOf(state) + 1} of ${STATES.length}</span>
        ${neighbour(state, 1, viewport)}
      </nav>
      <div class="what">
        <h1>${title}</h1>
        <p>${look}</p>
      </div>
      ${sizes(state, viewport)}
    </header>
    <main class="desk">
      <iframe
        src="/states/${id}/stage"
        title="${title}"
        class="${viewport.name}"
        width="${viewport.width}"
        height="${viewport.height}"
        allow="autoplay; fullscreen; picture-in-picture"
        allowfullscreen
      ></iframe>
    </main>`;
  return document({ title: `${title} · States of the player`, name: 'state', body });
}
