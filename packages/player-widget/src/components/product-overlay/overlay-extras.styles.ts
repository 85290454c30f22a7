import { css } from 'lit';

/** Adopted by the player's shadow root with what they belong to. */
export const overlayExtrasStyles = css`
  vitrine-product-overlay .leaving {
    position: absolute;
    pointer-events: none;
  }
  vitrine-product-overlay .announcement {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
