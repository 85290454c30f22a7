import { css } from 'lit';
import { tokens } from '../tokens.styles.ts';

export const playerStyles = [
  tokens,
  css`
    :host {
      display: block;
      position: relative;
      aspect-ratio: var(--vitrine-aspect-ratio, 16 / 9);
      container: vitrine / size;
    }
    :host([hidden]) {
      display: none;
    }
    /* Of what a page's elements hand on, its font is taken, and whether one sees and can touch it. */
    .base {
      all: initial;
      visibility: inherit;
      pointer-events: inherit;
      color: var(--ink);
      font-family: inherit;
      font-size: 15px;
      line-height: 1.4;
      overflow: hidden;
      border-radius: var(--vitrine-player-radius, 18px);
      background: #14161a;
      outline: none;
      isolation: isolate;
    }
    .base:focus-visible {
      box-shadow: var(--focus);
    }
    video {
      width: 100%;
      height: 100%;
      object-fit: contain;
    }
    .base,
    video,
    vitrine-product-overlay,
    vitrine-facade,
    vitrine-event-screen {
      position: absolute;
      inset: 0;
    }
    /* Clicks that meet no product belong to the picture and its controls. */
    vitrine-product-overlay {
      pointer-events: none;
    }
    /* Before its chunk is there, an element of ours is no more than a box. */
    :not(:defined) {
      visibility: hidden;
    }
    /* A screen takes the facade's place once it is there: until then, or without it, one can still press play. */
    .base:has(vitrine-event-screen:defined:not([hidden])) vitrine-facade {
      display: none;
    }
  `,
];
