import { css } from 'lit';
import { productPartsStyles } from '../product-card/product-parts.styles.ts';

export const productShelfStyles = [
  productPartsStyles,
  css`
    :host {
      display: block;
      overflow-y: auto;
      overscroll-behavior: contain;
      padding: 0 10px 12px;
    }
    :host([hidden]) {
      display: none;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 1fr auto;
      align-items: center;
      gap: 4px 10px;
      padding: 10px;
      border-radius: 12px;
      /* Of a long catalogue only what is near is laid out, and its pictures fetched. */
      content-visibility: auto;
      contain-intrinsic-block-size: auto 96px;
    }
    li[data-active] {
      background: color-mix(in srgb, var(--ink) 6%, transparent);
    }
    .now {
      color: var(--sale);
      font-size: 13px;
      font-weight: 600;
    }
    /* Beneath the words, beside the picture. */
    .show {
      grid-column: 1;
      justify-self: start;
      min-height: 32px;
      margin-block-start: -8px;
      margin-inline-start: 72px;
      padding: 4px;
      border-radius: 6px;
      background: none;
      color: inherit;
      font-size: 13px;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 3px;
    }
    .action:not([data-quiet]) {
      grid-row: span 1;
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
  `,
];
