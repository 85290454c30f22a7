import { css } from 'lit';

/** The badge at the upper left, and what it says for a moment. */
export const liveBadgeStyles = css`
  .shell .vitrine-live {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-start: 16px;
    /* What holds it is no element that the page knows, and those stay hidden. */
    visibility: visible;
    display: flex;
    align-items: center;
    gap: 8px;
    z-index: 1;
  }
  /* A pill in a target that a thumb finds. */
  .shell .vitrine-live-badge {
    position: relative;
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 44px;
    height: 44px;
    padding: 0 10px;
    border: 0;
    background: none;
    color: #fff;
    font: inherit;
    font-size: 13px;
    font-weight: 600;
    white-space: nowrap;
    cursor: pointer;
    isolation: isolate;
  }
  .shell .vitrine-live-badge::before {
    content: '';
    position: absolute;
    inset: 9px 0;
    z-index: -1;
    border-radius: 8px;
    background: var(--live);
  }
  .shell .vitrine-live-badge::after {
    content: '';
    order: -1;
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: currentColor;
  }
  .shell .vitrine-live[data-behind] .vitrine-live-badge::before {
    background: rgb(10 12 18 / 78%);
  }
  .shell .vitrine-live[data-behind] .vitrine-live-badge::after {
    background: rgb(255 255 255 / 55%);
  }
  .shell .vitrine-live-badge:focus-visible {
    outline: none;
  }
  .shell .vitrine-live-badge:focus-visible::before {
    box-shadow: var(--focus);
  }
  .shell .vitrine-live-note:not(:empty) {
    padding: 4px 10px;
    border-radius: 8px;
    background: rgb(10 12 18 / 78%);
    color: #fff;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  @container vitrine (max-width: 520px) {
    .shell .vitrine-live {
      inset-block-start: 1px;
      inset-inline-start: 10px;
    }
  }
  @media (forced-colors: active) {
    .shell .vitrine-live-badge::before {
      border: 1px solid;
    }
    .shell .vitrine-live-badge:focus-visible::before {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
