import { css } from 'lit';

/** The widget as large as the screen, or as the page. Adopted by the player's shadow root: the host is the player. */
export const fullscreenStyles = css`
  :host(:fullscreen) {
    aspect-ratio: auto;
    width: 100%;
    height: 100%;
  }
  /* Where the browser gives fullscreen to no element (iPhone), the widget fills the page instead. */
  :host([data-filled]) {
    position: fixed;
    inset: 0;
    z-index: 2147483647;
    aspect-ratio: auto;
  }
  :host(:fullscreen) .base,
  :host([data-filled]) .base {
    border-radius: 0;
  }
`;
