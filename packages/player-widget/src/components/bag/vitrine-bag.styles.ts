import { css } from 'lit';

export const bagStyles = css`
  button {
    border: 0;
    font: inherit;
    cursor: pointer;
    outline: none;
  }
  button:focus-visible {
    box-shadow: var(--focus);
  }
  .icon {
    width: 18px;
    height: 18px;
  }
  .bag {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    padding: 0;
    border-radius: 50%;
    background: rgb(16 18 24 / 56%);
    color: #fff;
    pointer-events: auto;
  }
  .bag:hover {
    background: rgb(16 18 24 / 76%);
  }
  .count {
    position: absolute;
    inset-block-start: -3px;
    inset-inline-end: -5px;
    min-width: 18px;
    box-sizing: border-box;
    padding: 0 5px;
    border-radius: 999px;
    background: #fff;
    color: #14161a;
    font-size: 11px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 18px;
    text-align: center;
  }
  :host([data-place='side']) .bag {
    visibility: hidden;
  }
  dialog {
    box-sizing: border-box;
    flex-direction: column;
    position: absolute;
    inset-block: 0;
    inset-inline: auto 0;
    width: var(--panel-width);
    max-width: none;
    height: auto;
    max-height: none;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 0;
    background: var(--vitrine-surface, #fff);
    color: var(--ink);
    font-size: 15px;
    line-height: 1.4;
    text-align: start;
    outline: none;
    pointer-events: auto;
    animation: come 200ms ease-out;
  }
  /* Solid, also where a shop's cards let the picture through: nobody reads a list over a moving picture. */
  @supports (color: rgb(from white r g b)) {
    dialog {
      background: rgb(from var(--vitrine-surface, #fff) r g b / 1);
    }
  }
  dialog:is([open], :popover-open) {
    display: flex;
  }
  :host([data-place='side']) dialog {
    box-shadow: 0 0 32px rgb(8 10 20 / 24%);
  }
  :host([data-place='lower']) dialog {
    inset: auto 0 0;
    width: auto;
    height: var(--panel-height);
    border-radius: 18px 18px 0 0;
    box-shadow: 0 -12px 32px rgb(8 10 20 / 18%);
  }
  /* Over the page: its box comes by script. */
  :host(:is([data-place='page'], [data-place='cover'])) dialog {
    position: fixed;
    inset: auto auto 0 0;
    border-radius: 18px 18px 0 0;
    box-shadow: 0 -8px 40px rgb(8 10 20 / 28%);
  }
  dialog::backdrop {
    background: rgb(8 10 20 / 40%);
  }
  dialog:popover-open::backdrop {
    background: none;
  }
  dialog:focus-visible {
    box-shadow: inset 0 0 0 2px #1a56db;
  }
  @keyframes come {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  .head {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
    padding-block: 12px 8px;
    padding-inline: 20px 14px;
  }
  .head:has(> .round:first-child) {
    padding-inline-start: 12px;
  }
  h2 {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow-wrap: anywhere;
    font-size: 17px;
    font-weight: 600;
    line-height: 1.25;
    text-align: match-parent;
  }
  .round {
    display: grid;
    flex: none;
    place-items: center;
    width: 40px;
    height: 40px;
    padding: 0;
    border-radius: 50%;
    background: color-mix(in srgb, currentColor 7%, transparent);
    color: inherit;
  }
  .round:hover {
    background: color-mix(in srgb, currentColor 13%, transparent);
  }
  .round .icon:dir(rtl) {
    transform: scaleX(-1);
  }
  vitrine-product-shelf,
  vitrine-variant-picker {
    flex: 1;
    min-height: 0;
  }
  .foot {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding-block: 10px 12px;
    padding-inline: 20px 14px;
    border-block-start: 1px solid color-mix(in srgb, currentColor 12%, transparent);
  }
  .foot > span {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }
  .foot b {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .check-out,
  .again,
  .all {
    pointer-events: auto;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    flex: none;
    min-height: 44px;
    padding: 8px 20px;
    white-space: nowrap;
    border-radius: 999px;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .ending {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 4px;
    padding: 20px 20px 60px;
    /* The controls stay as they are. */
    background: linear-gradient(rgb(12 14 20 / 78%) calc(100% - 96px), transparent calc(100% - 40px));
    color: #fff;
    text-align: center;
  }
  .ending strong {
    font-size: clamp(17px, 3cqi, 24px);
    font-weight: 600;
    line-height: 1.2;
  }
  .ending > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 10px;
    margin-block-start: 12px;
  }
  .again {
    background: #fff;
    color: #14161a;
  }
  .all {
    background: rgb(255 255 255 / 18%);
    color: #fff;
  }
  :host([data-place='side']) .ending {
    inset-inline-end: var(--panel-width);
  }
  :host([data-place='lower']) .ending {
    inset-block-end: var(--panel-height);
  }
  @media (pointer: coarse) {
    .bag,
    .round {
      width: 44px;
      height: 44px;
    }
  }
  @container vitrine (max-width: 520px) {
    .bag {
      inset-block-start: 8px;
      inset-inline-end: 8px;
    }
  }
  @container vitrine (max-width: 520px) and (orientation: landscape) {
    .ending {
      padding: 8px 8px 52px;
    }
    .ending > span {
      display: none;
    }
    .ending > div {
      gap: 8px;
      margin-block-start: 8px;
    }
    .again,
    .all {
      min-height: 40px;
      padding: 6px 12px;
      font-size: 13px;
    }
  }
  /* Held upright, a rail at the side within a thumb's reach: above the main card, however large its words are. */
  @container vitrine (max-width: 520px) and (orientation: portrait) {
    .bag {
      inset-block: auto calc(60px + 16px + max(56px, 4em) + 24px);
      inset-inline-end: 10px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    dialog {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .bag,
    .round,
    .count,
    dialog,
    .check-out,
    .again,
    .all {
      border: 1px solid;
    }
    button:focus-visible {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
