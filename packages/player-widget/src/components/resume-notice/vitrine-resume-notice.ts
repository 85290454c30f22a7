import { html, LitElement, type TemplateResult } from 'lit';
import { announcerOf } from '../../internal/announcer.ts';
import { defineOnce } from '../../internal/define-once.ts';
import { formatTime } from '../../internal/format-time.ts';
import { Speaker } from '../speaker.ts';
import { RESUME_TEXTS } from './resume.texts.ts';
import { resumeNoticeStyles } from './vitrine-resume-notice.styles.ts';

/** Milliseconds that it stays, unless somebody is at it. */
const STAYS = 8_000;

/**
 * Says that a video goes on where the viewer left it, and offers its beginning; goes by itself.
 *
 * @element vitrine-resume-notice
 */
export class VitrineResumeNotice extends LitElement {
  static override styles = resumeNoticeStyles;
  static override properties = { seconds: {} };

  readonly #speaker = new Speaker(this);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Where it goes on. */
  declare seconds: number;
  /** What the button does; takes the notice away, too. */
  declare onStart: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#goSoon();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override firstUpdated(): void {
    announcerOf(this).announce('resumed', this.#words);
  }

  readonly #goSoon = (): void => {
    this.#timer = setTimeout(() => {
      if (this.matches(':hover, :focus-within')) this.#goSoon();
      else this.remove();
    }, STAYS);
  };

  get #words(): string {
    const time = formatTime(this.seconds, this.#speaker.language);
    return this.#speaker.say(RESUME_TEXTS.resumed, { time });
  }

  protected override render(): TemplateResult {
    return html`
      <div class="notice">
        <span>${this.#words}</span>
        <button type="button" @click=${() => this.onStart()}>
          ${this.#speaker.say(RESUME_TEXTS.fromStart)}
        </button>
      </div>
    `;
  }
}

defineOnce('vitrine-resume-notice', VitrineResumeNotice);
