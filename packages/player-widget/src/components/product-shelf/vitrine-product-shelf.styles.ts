import { css } from 'lit';
import { productPartsStyles } from '../product-card/product-parts.styles.ts';

export const productShelfStyles = [
  productPartsStyles,
  css`
    :host {
      display: block;
      container: shelf / inline-size;
      overflow-y: auto;
      overscroll-behavior: contain;
      padding: 0 10px 12px;
    }
    :host([hidden]) {
      display: none;
    }
    ul {
      display: grid;
      gap: 4px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: 10px;
      padding: 10px;
      border-radius: 12px;
      /* Of a long catalogue only what is near is laid out, and its pictures fetched. */
      content-visibility: auto;
      contain-intrinsic-block-size: auto 90px;
    }
    li[data-active] {
      background: color-mix(in srgb, var(--ink) 6%, transparent);
    }
    .now {
      color: var(--sale);
      font-size: 13px;
      font-weight: 600;
    }
    /* Beneath the words, beside the picture, in room that the words leave. */
    li:has(> .show) .about {
      padding-block-end: 26px;
    }
    .open {
      grid-area: 1 / 1;
    }
    .action {
      grid-area: 1 / 2;
    }
    .show {
      grid-area: 1 / 1;
      align-self: end;
      justify-self: start;
      min-height: 28px;
      margin-inline-start: 72px;
      padding: 2px 4px;
      border-radius: 6px;
      background: none;
      color: inherit;
      font-size: 13px;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 3px;
    }
    li:not([data-active]) .action:not([data-try]) {
      background: none;
      box-shadow: inset 0 0 0 1px color-mix(in srgb, currentColor 26%, transparent);
      color: inherit;
    }
    li .action:focus-visible {
      box-shadow: var(--focus) !important;
    }
    .action[data-quiet] {
      box-shadow: none !important;
      padding-inline: 8px;
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    /* Words need the whole width; what one can do comes beneath them. */
    @container shelf (max-width: 340px) {
      li {
        row-gap: 2px;
      }
      .open {
        grid-area: 1 / 1 / 2 / 3;
      }
      li:has(> .show) .about {
        padding-block-end: 0;
      }
      .show {
        grid-area: 2 / 1;
        align-self: center;
      }
      .action {
        grid-area: 2 / 2;
      }
    }
  `,
];
