import { css } from 'lit';

export const eventScreenStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    padding: 20px;
    box-sizing: border-box;
    background: radial-gradient(120% 120% at 50% 0, #343a46, #181b21 75%);
    color: #fff;
    text-align: center;
  }
  :host([hidden]) {
    display: none;
  }
  /* The picture that one came for, dimmed so that words on it can be read. */
  .poster {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
    opacity: 0.22;
  }
  .screen {
    position: relative;
    display: grid;
    justify-items: center;
    gap: 6px;
    max-width: 44ch;
  }
  .icon {
    width: 26px;
    height: 26px;
    margin-bottom: 6px;
    opacity: 0.85;
  }
  strong {
    font-size: clamp(17px, 3cqi, 24px);
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.01em;
  }
  p {
    margin: 0;
    color: rgb(255 255 255 / 80%);
    text-wrap: balance;
  }
  .countdown {
    margin-top: 4px;
    color: #fff;
    font-size: clamp(22px, 6cqi, 44px);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
    line-height: 1.15;
  }
  .action {
    min-height: 44px;
    margin-top: 12px;
    padding: 8px 22px;
    border: 0;
    border-radius: 999px;
    background: #fff;
    color: #14161a;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    outline: none;
  }
  .action:focus-visible {
    box-shadow:
      0 0 0 2px #181b21,
      0 0 0 4px #fff;
  }
  @container vitrine (max-height: 280px) {
    .icon {
      display: none;
    }
    .screen {
      gap: 2px;
    }
    .action {
      margin-top: 6px;
    }
  }
  @media (forced-colors: active) {
    .action {
      border: 1px solid;
    }
    .action:focus-visible {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
