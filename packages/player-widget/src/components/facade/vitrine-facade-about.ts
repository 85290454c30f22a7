import type { LiveEvent } from '@vitrine/product-cues';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { defineOnce } from '../../internal/define-once.ts';
import { formatLength } from '../../internal/format-length.ts';
import { localizeCount } from '../../internal/localize-count.ts';
import { savesData } from '../../internal/saves-data.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { Speaker } from '../speaker.ts';
import { ABOUT_TEXTS, PRODUCT_COUNT } from './facade-about.texts.ts';
import { facadeAboutStyles } from './vitrine-facade-about.styles.ts';

/**
 * What one can know of an event before it plays: title, number of products, running time.
 *
 * @element vitrine-facade-about
 */
export class VitrineFacadeAbout extends LitElement {
  static override properties = { event: {} };

  readonly #speaker = new Speaker(this);

  declare event: LiveEvent | undefined;

  /** Part of the facade: a shadow root of its own would hide nothing from anybody. */
  protected override createRenderRoot(): HTMLElement {
    adoptStyles(this, facadeAboutStyles);
    return this;
  }

  /** The page wanted more than this by itself. */
  get #isSparing(): boolean {
    const hostOf = (element: Element | undefined): Element | undefined => {
      const root = element?.getRootNode();
      return root instanceof ShadowRoot ? root.host : undefined;
    };
    // The facade's, the player's.
    return !!hostOf(hostOf(this))?.matches('[autoplay], [preload=auto]') && savesData();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.event) return nothing;
    const { title, status, products, playback } = this.event;
    const { language } = this.#speaker;
    const facts = [
      products.length > 0 && localizeCount(PRODUCT_COUNT, products.length, language),
      playback?.type === 'archive' && playback.duration > 0 && formatLength(playback.duration, language),
    ].filter((fact) => fact !== false);
    const separator = this.#speaker.say(ABOUT_TEXTS.separator);
    return html`<strong dir="auto">${title}</strong>
      <span>
        ${status === 'live' ? html`<b>${this.#speaker.say(ABOUT_TEXTS.live)}</b>` : nothing}${facts.join(separator)}
      </span>
      ${this.#isSparing ? html`<small>${this.#speaker.say(ABOUT_TEXTS.savesData)}</small>` : nothing}`;
  }
}

defineOnce('vitrine-facade-about', VitrineFacadeAbout);
