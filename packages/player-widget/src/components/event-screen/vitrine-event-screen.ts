import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { requestProduct } from '../../commerce/product-requests.ts';
import { defineOnce } from '../../internal/define-once.ts';
import { formatStart } from '../../internal/format-start.ts';
import { safeUrl } from '../../internal/safe-url.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import { StoreController } from '../../store/store-controller.ts';
import { icon, type Icon } from '../icons.ts';
import { Speaker } from '../speaker.ts';
import type { Screen } from '../player/screen-of.ts';
import { errorText } from './error-text.ts';
import { VitrineProductCard } from '../product-card/vitrine-product-card.ts';
import { SCREEN_TEXTS } from './event-screen.texts.ts';
import { eventScreenStyles } from './vitrine-event-screen.styles.ts';

interface Content {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly text: string; readonly run: (() => void) | undefined };
}

/** What is sold goes on being sold while there is no picture. */
const WITH_PRODUCTS: ReadonlySet<Screen> = new Set(['interrupted', 'preparing', 'ended']);

/** As many products as fit in one row beneath the words. */
const MOST_PRODUCTS = 6;

/**
 * What stands where the picture would be: not started, offline, being prepared, ended, failed.
 * Plain words, and at most one thing to do.
 *
 * @element vitrine-event-screen
 */
export class VitrineEventScreen extends LitElement {
  static override styles = eventScreenStyles;
  static override properties = { screen: {}, store: {}, onRetry: {}, onReplay: {} };

  readonly #speaker = new Speaker(this);
  readonly #state = new StoreController(this, (state) => state);

  declare screen: Screen | undefined;
  declare store: PlayerStore | undefined;
  declare onRetry: (() => void) | undefined;
  declare onReplay: (() => void) | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('store')) this.#state.use(this.store);
  }

  /** The button goes with its screen: the focus stays with the player. */
  #act(run: (() => void) | undefined): void {
    this.closest<HTMLElement>('.base')?.focus({ preventScroll: true });
    run?.();
  }

  #content(): Content | undefined {
    const { event, error, replay } = this.store?.state ?? {};
    const retry = { text: this.#speaker.say(SCREEN_TEXTS.retry), run: this.onRetry };
    switch (this.screen) {
      case 'not-started': {
        const when = event?.startsAt && formatStart(event.startsAt, this.#speaker.language);
        const text = when
          ? this.#speaker.say(SCREEN_TEXTS.startsAt, { when })
          : this.#speaker.say(SCREEN_TEXTS.startsSoon);
        return { icon: 'clock', title: event?.title || this.#speaker.say(SCREEN_TEXTS.startsSoon), text };
      }
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
          text: this.#speaker.say(errorText(error)),
          action: retry,
        };
      default:
        return undefined;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const content = this.#content();
    if (!content) return nothing;
    const { action } = content;
    const poster = safeUrl(this.store?.state.event?.poster, document.baseURI);
    return html`
      ${poster ? html`<img class="poster" src=${poster} alt="" />` : nothing}
      <div class="screen" role=${this.screen === 'error' ? 'alert' : 'status'}>
        ${icon(content.icon)}
        <strong dir="auto">${content.title}</strong>
        <p>${content.text}</p>
        ${action ? html`<button class="action" @click=${() => this.#act(action.run)}>${action.text}</button>` : nothing}
      </div>
      ${this.screen && WITH_PRODUCTS.has(this.screen) ? this.#products() : nothing}
    `;
  }

  #products(): TemplateResult | typeof nothing {
    const products = this.store?.state.products ?? [];
    if (products.length === 0) return nothing;
    return html`<ul>
      ${products.slice(0, MOST_PRODUCTS).map(
        (product) =>
          html`<li>
            <vitrine-product-card
              compact
              .product=${product}
              .onRequest=${() => requestProduct(this, 'vitrine-product-open', product, 0)}
            ></vitrine-product-card>
          </li>`,
      )}
    </ul>`;
  }
}

defineOnce('vitrine-product-card', VitrineProductCard);
defineOnce('vitrine-event-screen', VitrineEventScreen);
