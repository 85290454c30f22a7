import type { LiveEvent } from '@vitrine/product-cues';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { announcerOf } from '../../internal/announcer.ts';
import { defineOnce } from '../../internal/define-once.ts';
import { formatStart } from '../../internal/format-start.ts';
import { loadChunk } from '../../internal/load-chunk.ts';
import { safeUrl } from '../../internal/safe-url.ts';
import type { PlayerState } from '../../store/player-store.ts';
import { icon, type Icon } from '../icons.ts';
import { catchFocus } from '../player/catch-focus.ts';
import { Speaker } from '../speaker.ts';
import type { Screen } from '../player/screen-of.ts';
import { saveCalendarFile } from './calendar-file.ts';
import { Countdown, formatCountdown } from './countdown.ts';
import { wordsOf } from './error-words.ts';
import { SCREEN_TEXTS } from './event-screen.texts.ts';
import { isThere } from './is-there.ts';
import { TryAgain } from './try-again.ts';
import { eventScreenStyles } from './vitrine-event-screen.styles.ts';

interface Content {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  /** Ticks, and is therefore no part of what is read out. */
  readonly countdown?: string | undefined;
  readonly action?: { readonly text: string; readonly run: (() => void) | undefined; readonly stays?: true };
}

/**
 * What stands where the picture would be: not started, offline, being prepared, ended, failed.
 * Plain words, and at most one thing to do.
 *
 * @element vitrine-event-screen
 */
export class VitrineEventScreen extends LitElement {
  static override styles = eventScreenStyles;
  static override properties = { screen: {}, state: {}, onRetry: {}, onReload: {}, onReplay: {} };

  readonly #speaker = new Speaker(this);
  readonly #countdown = new Countdown(this);
  readonly #byItself = new TryAgain(this);
  #problems: Promise<(state: PlayerState) => void> | undefined;
  #life: AbortController | undefined;
  #lookForFocus: (() => void) | undefined;
  #announced: Screen | undefined;

  declare screen: Screen | undefined;
  /** Of the store: without the products' part of the player a screen says what it has to all the same. */
  declare state: PlayerState | undefined;
  declare onRetry: (() => void) | undefined;
  /** The same where nobody has asked to play yet. */
  declare onReload: (() => void) | undefined;
  declare onReplay: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const base = this.closest<HTMLElement>('.base');
    if (!base) return;
    this.#life = new AbortController();
    this.#lookForFocus = catchFocus(base, this.#life);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life?.abort();
  }

  /** This chunk comes with the first picture, too, and where there is none. */
  protected override willUpdate(): void {
    // Whatever is there now has nothing to count down to.
    if (this.screen !== 'not-started') this.#countdown.until(undefined);
    const root = this.getRootNode();
    if (!this.state || !(root instanceof ShadowRoot)) return;
    void this.#tellProblems(root.host, this.state);
  }

  /** What looks for them comes by itself: it needs what opens an event, and this says so where that did not arrive. */
  async #tellProblems(host: Element, state: PlayerState): Promise<void> {
    this.#problems ??= loadChunk(() => import('../input-problems/input-problems.ts')).then((chunk) =>
      chunk.tellInputProblems(host),
    );
    try {
      (await this.#problems)(state);
    } catch {
      this.#problems = undefined;
    }
  }

  /** Most buttons go with their screen: the focus stays with the player. */
  #act({ run, stays }: NonNullable<Content['action']>): void {
    if (!stays) this.closest<HTMLElement>('.base')?.focus({ preventScroll: true });
    run?.();
  }

  protected override updated(): void {
    this.#announce();
    this.#lookForFocus?.();
    const { error, hasPicture } = this.state ?? {};
    if (hasPicture && !error) this.#byItself.succeeded();
    const { isNetwork, canLook } = wordsOf(error?.code);
    const again = (): void => {
      const run = this.state?.wanted ? this.onRetry : this.onReload;
      // Whoever is elsewhere on the page stays there.
      if (this.matches(':focus-within')) this.#act({ text: '', run });
      else run?.();
    };
    const player = this.getRootNode();
    const look = canLook && player instanceof ShadowRoot;
    this.#byItself.follow(
      isNetwork && {
        of: error,
        again,
        isThere: look ? (signal) => isThere(player.host, signal) : undefined,
      },
    );
  }

  /** What a page begins with is no news, and an error is its own alert. */
  #announce(): void {
    const { screen } = this;
    const content = this.state?.wanted && screen !== 'error' ? this.#content() : undefined;
    const announcer = announcerOf(this);
    announcer.announce('screen', content ? `${content.title}. ${content.text}` : '');
    if (screen === 'error' && this.#announced !== screen) announcer.giveWay();
    this.#announced = screen;
  }

  #content(): Content | undefined {
    const { event, error, replay } = this.state ?? {};
    const words = wordsOf(error?.code);
    const retry = { text: this.#speaker.say(SCREEN_TEXTS.retry), run: this.onRetry };
    switch (this.screen) {
      case 'not-started':
        return this.#notStarted(event);
      case 'offline':
        return {
          icon: 'signal',
          title: this.#speaker.say(SCREEN_TEXTS.offlineTitle),
          text: this.#speaker.say(SCREEN_TEXTS.offlineText),
          action: retry,
        };
      case 'interrupted':
        return {
          icon: 'signal',
          title: this.#speaker.say(SCREEN_TEXTS.interruptedTitle),
          text: this.#speaker.say(SCREEN_TEXTS.interruptedText),
        };
      case 'preparing':
      case 'ended':
        return replay
          ? {
              icon: 'film',
              title: this.#speaker.say(SCREEN_TEXTS.endedTitle),
              text: this.#speaker.say(SCREEN_TEXTS.replayReady),
              action: { text: this.#speaker.say(SCREEN_TEXTS.watchReplay), run: this.onReplay },
            }
          : {
              icon: 'film',
              title: this.#speaker.say(SCREEN_TEXTS.endedTitle),
              text: this.#speaker.say(SCREEN_TEXTS.preparing),
            };
      case 'error':
        return {
          icon: 'alert',
          title: this.#speaker.say(SCREEN_TEXTS.errorTitle),
          text: this.#speaker.say(words.text),
          ...(words.canRetry && { action: retry }),
        };
      default:
        return undefined;
    }
  }

  #notStarted(event: LiveEvent | undefined): Content {
    const { language } = this.#speaker;
    const soon = this.#speaker.say(SCREEN_TEXTS.startsSoon);
    const when = event?.startsAt && formatStart(event.startsAt, language);
    const left = this.#countdown.until(event?.startsAt) ?? 0;
    if (!event || !when || left === 0)
      return { icon: 'clock', title: event?.title || soon, text: this.#speaker.say(SCREEN_TEXTS.startsHere) };
    const text = this.#speaker.say(SCREEN_TEXTS.startsAt, { when });
    return {
      icon: 'clock',
      title: event.title || soon,
      text,
      countdown: formatCountdown(left, language),
      action: {
        text: this.#speaker.say(SCREEN_TEXTS.addToCalendar),
        run: () => saveCalendarFile(event),
        stays: true,
      },
    };
  }

  protected override render(): TemplateResult | typeof nothing {
    const content = this.#content();
    if (!content) return nothing;
    const { action } = content;
    const poster = safeUrl(this.state?.event?.poster, document.baseURI);
    return html`
      ${poster ? html`<img class="poster" src=${poster} alt="" />` : nothing}
      <div class="screen" role=${this.screen === 'error' ? 'alert' : nothing}>
        ${icon(content.icon)}
        <strong dir="auto">${content.title}</strong>
        <p>${content.text}</p>
        ${content.countdown ? html`<p class="countdown" role="timer" aria-live="off">${content.countdown}</p>` : nothing}
        ${action ? html`<button class="action" @click=${() => this.#act(action)}>${action.text}</button>` : nothing}
      </div>
    `;
  }
}

defineOnce('vitrine-event-screen', VitrineEventScreen);
