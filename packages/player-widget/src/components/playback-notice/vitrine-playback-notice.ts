import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { defineOnce } from '../../internal/define-once.ts';
import { adoptStyles } from '../../shell/adopt-styles.ts';
import { icon } from '../icons.ts';
import { Speaker } from '../speaker.ts';
import { PLAYBACK_TEXTS } from './playback.texts.ts';
import { playbackNoticeStyles } from './vitrine-playback-notice.styles.ts';

/**
 * A quiet word over the picture, which stays to be seen: that it will go on, or that there is sound to be had.
 *
 * @element vitrine-playback-notice
 */
export class VitrinePlaybackNotice extends LitElement {
  static override properties = {
    reconnecting: { type: Boolean, reflect: true },
    silenced: { type: Boolean, reflect: true },
  };

  readonly #speaker = new Speaker(this);

  /** The network keeps the picture from moving. */
  declare reconnecting: boolean;
  /** It plays without sound since the browser lets nothing else play by itself. */
  declare silenced: boolean;
  declare onSound: () => void;

  constructor() {
    super();
    this.reconnecting = this.silenced = false;
  }

  /** Part of the player: its place depends on what else stands there. */
  protected override createRenderRoot(): HTMLElement {
    adoptStyles(this.getRootNode(), playbackNoticeStyles);
    return this;
  }

  /** The status is always there: only what comes into it is announced. */
  protected override render(): TemplateResult {
    const { reconnecting, silenced } = this;
    return html`
      <span role="status">${reconnecting ? this.#speaker.say(PLAYBACK_TEXTS.reconnecting) : ''}</span>
      ${
        silenced
          ? html`<button type="button" @click=${() => this.onSound()}>
              ${icon('sound')}${this.#speaker.say(PLAYBACK_TEXTS.sound)}
            </button>`
          : nothing
      }
    `;
  }
}

defineOnce('vitrine-playback-notice', VitrinePlaybackNotice);
