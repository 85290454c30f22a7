import { css } from 'lit';
import { productPartsStyles } from '../product-card/product-parts.styles.ts';

export const variantPickerStyles = [
  productPartsStyles,
  css`
    :host {
      display: flex;
      flex-direction: column;
      gap: 16px;
      overflow-y: auto;
      overscroll-behavior: contain;
      padding: 4px 20px 20px;
    }
    .product {
      display: flex;
      gap: 16px;
      align-items: center;
    }
    .product > .picture {
      width: 112px;
      height: 112px;
      border-radius: 12px;
    }
    .product .price {
      font-size: 17px;
    }
    .quiet {
      font-size: 13px;
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
    }
    legend,
    h3 {
      margin: 0;
      padding: 0 0 8px;
      font-size: 14px;
      font-weight: 400;
      overflow-wrap: anywhere;
    }
    legend b {
      color: inherit;
    }
    h3 {
      font-weight: 600;
    }
    .only {
      margin: 0;
      color: var(--muted);
      font-size: 14px;
      overflow-wrap: anywhere;
    }
    .values {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    label {
      position: relative;
      max-width: 100%;
    }
    label input {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    label span,
    .other {
      display: grid;
      place-items: center;
      box-sizing: border-box;
      min-width: 44px;
      min-height: 44px;
      padding: 6px 14px;
      border-radius: 10px;
      background: none;
      box-shadow: inset 0 0 0 1px color-mix(in srgb, currentColor 26%, transparent);
      color: inherit;
      font-size: 14px;
      overflow-wrap: anywhere;
    }
    label:hover span,
    .other:hover {
      background: color-mix(in srgb, currentColor 6%, transparent);
    }
    input:checked + span {
      box-shadow: inset 0 0 0 2px currentColor;
      font-weight: 600;
    }
    input:focus-visible + span {
      outline: 2px solid #1a56db;
      outline-offset: 2px;
    }
    [data-prospect='sold-out'] span {
      color: var(--muted);
      text-decoration: line-through;
    }
    [data-prospect='elsewhere'] span {
      border: 1px dashed color-mix(in srgb, currentColor 40%, transparent);
      box-shadow: none;
      color: var(--muted);
    }
    .buy {
      display: flex;
      gap: 10px;
    }
    .buy .action {
      flex: 1;
      margin: 0;
      font-size: 15px;
    }
    .quantity {
      display: flex;
      flex: none;
      align-items: center;
      border-radius: 999px;
      box-shadow: inset 0 0 0 1px color-mix(in srgb, currentColor 26%, transparent);
    }
    .quantity input {
      appearance: textfield;
      box-sizing: border-box;
      width: 2.4em;
      height: 44px;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      font-variant-numeric: tabular-nums;
      text-align: center;
      outline: none;
    }
    .quantity input::-webkit-inner-spin-button {
      appearance: none;
    }
    .quantity input:focus-visible {
      border-radius: 6px;
      box-shadow: var(--focus);
    }
    .step {
      display: grid;
      place-items: center;
      width: 40px;
      height: 44px;
      padding: 0;
      border-radius: 999px;
      background: none;
      color: inherit;
    }
    .step[aria-disabled='true'] {
      color: color-mix(in srgb, currentColor 40%, transparent);
    }
    .icon {
      width: 16px;
      height: 16px;
    }
    .message,
    p.problem {
      margin: 0;
      font-size: 14px;
    }
    .message:empty {
      position: absolute;
    }
    .others ul {
      display: grid;
      gap: 12px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    a {
      align-self: start;
      padding: 6px 0;
      color: inherit;
      font-size: 14px;
      text-underline-offset: 3px;
    }
    a:focus-visible {
      border-radius: 4px;
      outline: none;
      box-shadow: var(--focus);
    }
    @media (forced-colors: active) {
      label span,
      .other,
      .quantity {
        border: 1px solid;
      }
      input:checked + span {
        border: 3px solid Highlight;
      }
      a:focus-visible {
        outline: 2px solid Highlight;
      }
    }
  `,
];
