import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { announcerOf } from '../../internal/announcer.ts';
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
    offered: {},
  };

  readonly #speaker = new Speaker(this);

  /** The network keeps the picture from moving. */
  declare reconnecting: boolean;
  /** It plays without sound since the browser lets nothing else play by itself. */
  declare silenced: boolean;
  /** The replay of what one still watches is there: its button comes by itself, this only says so. */
  declare offered: boolean;
  declare onSound: () => void;

  constructor() {
    super();
    this.reconnecting = this.silenced = this.offered = false;
  }

  /** Part of the player: its place depends on what else stands there. */
  protected override createRenderRoot(): HTMLElement {
    adoptStyles(this.getRootNode(), playbackNoticeStyles);
    return this;
  }

  /** What nobody sees, behind a screen, nobody has to hear. */
  protected override updated(changed: PropertyValues): void {
    const announcer = announcerOf(this);
    const tell = (topic: 'playback' | 'replay', is: boolean, text: string): void =>
      announcer.announce(topic, is && this.checkVisibility() ? this.#speaker.say(text) : '');
    if (changed.has('reconnecting')) tell('playback', this.reconnecting, PLAYBACK_TEXTS.reconnecting);
    if (changed.has('offered')) tell('replay', this.offered, PLAYBACK_TEXTS.watchReplay);
  }

  protected override render(): TemplateResult {
    const { reconnecting, silenced } = this;
    return html`
      <span class="word">${reconnecting ? this.#speaker.say(PLAYBACK_TEXTS.reconnecting) : ''}</span>
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
