import { css } from 'lit';

/** The widget as large as the screen, or as the page. Adopted by the player's shadow root: the host is the player. */
export const fullscreenStyles = css`
  :host(:fullscreen) {
    aspect-ratio: auto;
    width: 100%;
    height: 100%;
  }
  /* Where the browser gives fullscreen to no element, the widget fills the page instead, whatever size the page gives it. */
  :host([data-filled]) {
    position: fixed !important;
    inset: 0 !important;
    z-index: 2147483647 !important;
    aspect-ratio: auto !important;
    box-sizing: border-box !important;
    width: 100% !important;
    max-width: none !important;
    /* A browser's bars come and go. */
    height: 100vh !important;
    height: 100dvh !important;
    max-height: none !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    overflow: visible !important;
    background: #000 !important;
    transform: none !important;
  }
  :host(:fullscreen) .base,
  :host([data-filled]) .base {
    border-radius: 0;
  }
  /* Clear of a notch and of the bar at the bottom. */
  :host([data-filled]) .base {
    inset: env(safe-area-inset-top, 0) env(safe-area-inset-right, 0) env(safe-area-inset-bottom, 0)
      env(safe-area-inset-left, 0);
  }
  .leave-page {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    z-index: 2;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: rgb(10 12 18 / 62%);
    color: #fff;
    cursor: pointer;
  }
  .leave-page svg {
    width: 18px;
    height: 18px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  .leave-page:focus-visible {
    outline: none;
    box-shadow: var(--focus);
  }
  /* What stands in that corner otherwise. */
  :host([data-filled]) .shell .vitrine-live,
  :host([data-filled]) .base > vitrine-resume-notice {
    inset-inline-start: 60px;
  }
  @media (forced-colors: active) {
    .leave-page {
      border: 1px solid;
    }
  }
`;
