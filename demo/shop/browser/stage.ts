import type { Act } from '../states/act.ts';
import { need } from './elements.ts';
import type { PlayerElement } from './stage/player-element.ts';
import { hearErrors } from './stage/errors.ts';
import { perform } from './stage/perform.ts';

/** Tells on the document how far the state is: `data-state` is "reached" or "failed". */
const root = document.documentElement;
const main = need(document, 'main[data-acts]', HTMLElement);
const acts = JSON.parse(main.dataset['acts'] ?? '[]') as readonly Act[];
const player = need(document, 'vitrine-player', HTMLElement) as PlayerElement;
const errors = hearErrors(player);

try {
  await customElements.whenDefined('vitrine-player');
  for (const act of acts) await perform(act, player, errors);
  root.dataset['state'] = 'reached';
} catch (error) {
  const problem = error instanceof Error ? error.message : String(error);
  root.dataset['state'] = 'failed';
  const line = document.createElement('p');
  line.className = 'problem';
  line.setAttribute('role', 'alert');
  line.textContent = `The state was not reached: ${problem}`;
  main.append(line);
}
