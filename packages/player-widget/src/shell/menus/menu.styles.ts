import { css } from 'lit';

/** Buttons of the control bar that open something to choose from. */
export const menuStyles = css`
  .shell .choice-menu {
    position: relative;
  }
  .shell .choice-menu > button {
    display: grid;
    place-items: center;
    width: 100%;
    height: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  .shell .choice-menu > button svg {
    width: 18px;
    height: 18px;
  }
  /* What is switched on has a line beneath it. */
  .shell .choice-menu[data-on] > button::after {
    content: '';
    position: absolute;
    bottom: 5px;
    width: 16px;
    height: 2px;
    border-radius: 1px;
    background: currentColor;
  }
  .shell .menu-list {
    position: absolute;
    right: 0;
    bottom: calc(100% + 6px);
    box-sizing: border-box;
    width: max-content;
    min-width: 112px;
    max-width: min(280px, 100cqi - 96px);
    max-height: min(340px, 100cqb - 72px);
    padding: 6px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    border-radius: 12px;
    background: rgb(16 18 24 / 96%);
    color: #fff;
    box-shadow: 0 6px 20px rgb(8 10 20 / 30%);
    font-size: 14px;
    line-height: 1.2;
  }
  .shell .menu-list > * {
    display: flex;
    align-items: center;
    gap: 16px;
    box-sizing: border-box;
    min-height: 36px;
    padding: 6px 12px;
    border-radius: 8px;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
    outline: none;
  }
  .shell .menu-list > :hover,
  .shell .menu-list > :focus {
    background: rgb(255 255 255 / 14%);
  }
  .shell .menu-list > :focus-visible {
    box-shadow: inset 0 0 0 2px #fff;
  }
  .shell .menu-list > [aria-checked='true'] {
    font-weight: 600;
  }
  .shell .menu-list > [aria-checked='true']::after {
    content: '';
    flex: none;
    width: 6px;
    height: 6px;
    margin-inline-start: auto;
    border-radius: 50%;
    background: currentColor;
  }
  .shell .vjs-playback-rate {
    width: auto;
    min-width: 44px;
    font-size: 13px;
  }
  /* An open menu lies over the products; beside it they can be seen and pressed. */
  .shell[data-menu] {
    z-index: 1;
    pointer-events: none;
  }
  .shell[data-menu] .vjs-control-bar {
    pointer-events: auto;
  }
  /* The scrim of the controls would lie on the cards. */
  .shell[data-menu] .vjs-control-bar::before {
    inset: 0;
  }
  @container vitrine (max-width: 720px) {
    .base:has(> .shell[data-menu]) > vitrine-product-overlay :is(.cards, .leaving) {
      visibility: hidden;
    }
  }
  @media (pointer: coarse) {
    .shell .menu-list > * {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .shell .menu-list {
      border: 1px solid;
    }
    .shell .menu-list > :focus {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .shell .menu-list > [aria-checked='true']::after,
    .shell .choice-menu[data-on] > button::after {
      background: ButtonText;
    }
  }
`;
