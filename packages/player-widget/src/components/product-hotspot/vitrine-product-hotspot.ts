import { html, LitElement, type TemplateResult } from 'lit';
import { productHotspotStyles } from './vitrine-product-hotspot.styles.ts';

/**
 * A product's place on the picture.
 *
 * @element vitrine-product-hotspot
 */
export class VitrineProductHotspot extends LitElement {
  static override styles = productHotspotStyles;
  static override properties = { x: { type: Number }, y: { type: Number }, label: {}, onOpen: {} };

  /** Fractions of the player's width and height. */
  declare x: number;
  declare y: number;
  declare label: string;
  declare onOpen: (() => void) | undefined;

  protected override updated(): void {
    // Set by script, which a strict CSP allows; a style attribute in markup it does not.
    this.style.setProperty('left', `${this.x * 100}%`);
    this.style.setProperty('top', `${this.y * 100}%`);
  }

  protected override render(): TemplateResult {
    return html`<button aria-label=${this.label} title=${this.label} @click=${this.onOpen}></button>`;
  }
}
