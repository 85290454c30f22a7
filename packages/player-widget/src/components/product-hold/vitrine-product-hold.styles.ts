import { css } from 'lit';

export const productHoldStyles = css`
  :host {
    position: absolute;
    inset-block-start: -14px;
    inset-inline-start: -6px;
  }
  button {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    min-width: 28px;
    height: 28px;
    padding: 0 6px;
    border: 0;
    border-radius: 999px;
    background: rgb(16 18 24 / 78%);
    color: #fff;
    font: inherit;
    font-size: 12px;
    font-weight: 600;
    cursor: pointer;
    outline: none;
  }
  /* As large to a finger as a target has to be. */
  @media (pointer: coarse) {
    button::after {
      content: '';
      position: absolute;
      inset: -8px;
    }
  }
  button:focus-visible {
    box-shadow: var(--focus);
  }
  :host([held]) button {
    padding-inline: 8px 10px;
    background: var(--accent);
    color: var(--on-accent);
  }
  .icon {
    width: 15px;
    height: 15px;
  }
  /* Clear of the button beneath it. */
  @container vitrine (max-width: 520px) and (orientation: portrait) {
    :host {
      inset-block-start: -20px;
      inset-inline: auto 10px;
    }
  }
  @container vitrine (max-width: 520px) and (orientation: landscape) {
    :host {
      inset-block-start: -12px;
      inset-inline-start: -4px;
    }
    button {
      min-width: 24px;
      height: 24px;
      padding-inline: 4px;
    }
  }
  @media (forced-colors: active) {
    button {
      border: 1px solid;
    }
    button:focus-visible {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
