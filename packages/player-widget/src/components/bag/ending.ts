import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import type { Speaker } from '../speaker.ts';
import { BAG_TEXTS } from './bag.texts.ts';

interface Ending {
  readonly title: string;
  readonly onAgain: () => void;
  /** `undefined` where all products are to be seen already. */
  readonly onAll: (() => void) | undefined;
}

/** What stands over the last picture of an archive. */
export function ending(speaker: Speaker, { title, onAgain, onAll }: Ending): TemplateResult {
  return html`<div class="ending">
    <strong>${speaker.say(BAG_TEXTS.ended)}</strong>
    <span dir="auto">${title}</span>
    <div>
      <button class="again" @click=${onAgain}>${icon('replay')}${speaker.say(BAG_TEXTS.watchAgain)}</button>
      ${onAll ? html`<button class="all" @click=${onAll}>${speaker.say(BAG_TEXTS.seeAll)}</button>` : nothing}
    </div>
  </div>`;
}
