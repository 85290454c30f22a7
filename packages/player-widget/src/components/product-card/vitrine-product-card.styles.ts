import { css } from 'lit';
import { productPartsStyles } from './product-parts.styles.ts';

export const productCardStyles = [
  productPartsStyles,
  css`
    :host {
      display: block;
    }
    .card {
      position: relative;
      box-sizing: border-box;
      display: flex;
      align-items: center;
      gap: 12px;
      width: 100%;
      padding: 8px;
      border-radius: var(--radius);
      background: var(--surface);
      box-shadow: var(--shadow);
      color: var(--ink);
    }
    .action {
      margin-inline-end: 4px;
    }
    /* A card is as high with the price of a unit as without: card-place.ts counts on it. */
    .about:has(.unit) .name {
      -webkit-line-clamp: 1;
    }
    :host([compact]) .card {
      padding: 6px;
    }
    :host([compact]) .picture {
      width: 52px;
      height: 52px;
    }
    @container vitrine (max-width: 520px) and (orientation: portrait) {
      .picture {
        width: 56px;
        height: 56px;
      }
    }
    /* A low player: card-place.ts counts on its height. */
    @container vitrine (max-height: 419px) {
      .card {
        gap: 8px;
        padding: 4px;
        border-radius: min(12px, var(--radius));
      }
      :host([compact]) .card {
        padding: 4px;
      }
      .open {
        gap: 8px;
      }
      .picture,
      :host([compact]) .picture {
        width: 40px;
        height: 40px;
        border-radius: 8px;
      }
      .about {
        gap: 0;
        font-size: 13px;
      }
      .name {
        -webkit-line-clamp: 1;
      }
      .action {
        min-width: 52px;
        min-height: 40px;
        margin-inline-end: 2px;
        padding: 4px 12px;
        font-size: 13px;
      }
    }
    @media (forced-colors: active) {
      .card {
        border: 1px solid;
      }
    }
  `,
];
