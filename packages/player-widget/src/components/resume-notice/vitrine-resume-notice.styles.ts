import { css } from 'lit';

/** Its tokens come from the player. */
export const resumeNoticeStyles = css`
  :host {
    position: absolute;
    inset-block-start: 16px;
    inset-inline-start: 16px;
    max-width: calc(100% - 88px);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 4px;
    padding: 4px 4px 4px 14px;
    border-radius: 22px;
    background: rgb(16 18 24 / 88%);
    color: #fff;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    animation: come 200ms ease-out;
  }
  .notice:dir(rtl) {
    padding: 4px 14px 4px 4px;
  }
  button {
    min-height: 36px;
    padding: 0 12px;
    border: 0;
    border-radius: 18px;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  button:hover {
    background: rgb(255 255 255 / 14%);
  }
  button:focus-visible {
    outline: none;
    box-shadow: var(--focus);
  }
  @media (pointer: coarse) {
    .notice {
      padding-block: 0;
    }
    button {
      min-height: 44px;
    }
  }
  @keyframes come {
    from {
      opacity: 0;
    }
  }
  @container vitrine (max-width: 520px) {
    :host {
      inset-block-start: 10px;
      inset-inline-start: 10px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .notice {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid;
    }
    button:focus-visible {
      outline: 2px solid Highlight;
    }
  }
`;
