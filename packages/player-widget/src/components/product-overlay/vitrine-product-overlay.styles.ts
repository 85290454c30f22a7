import { css } from 'lit';

/** Adopted by the player's shadow root: every selector names the overlay. */
export const overlayStyles = css`
  /* Nobody can reach what lies behind the play button. */
  .base:has(> vitrine-facade:not([hidden])) vitrine-product-overlay {
    display: none;
  }
  vitrine-product-overlay .cards {
    position: absolute;
    inset-inline: 16px;
    inset-block-end: 60px;
    display: flex;
    align-items: flex-end;
    gap: 10px;
  }
  vitrine-product-card,
  vitrine-product-overlay button {
    pointer-events: auto;
    cursor: pointer;
    outline: none;
  }
  vitrine-product-card {
    width: min(352px, 60cqi);
    animation: vitrine-come 200ms ease-out;
  }
  vitrine-product-card[compact] {
    width: auto;
  }
  .hotspot {
    position: absolute;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    margin: -22px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
  }
  .hotspot::before {
    content: '';
    box-sizing: border-box;
    width: 26px;
    height: 26px;
    border: 8px solid rgb(255 255 255 / 96%);
    border-radius: 50%;
    background: var(--accent);
    box-shadow:
      0 0 0 7px rgb(255 255 255 / 28%),
      var(--shadow);
    /* Breathes once when it appears, then rests: in what a compositor does without the page. */
    animation: vitrine-breathe 700ms ease-out;
  }
  @keyframes vitrine-breathe {
    from {
      opacity: 0;
      transform: scale(0.6);
    }
    50% {
      opacity: 1;
      transform: scale(1.2);
    }
  }
  @keyframes vitrine-come {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  /* A small player, as wide as a phone: one low row, so that the picture stays to be seen. */
  @container vitrine (max-width: 520px) {
    vitrine-product-overlay .cards {
      inset-inline: 10px;
      inset-block-end: 52px;
      gap: 6px;
    }
    vitrine-product-card:not([compact]) {
      flex: 1;
      width: auto;
      min-width: 0;
    }
    /* As large to a finger, smaller to the eye. */
    .hotspot::before {
      width: 18px;
      height: 18px;
      border-width: 6px;
      box-shadow:
        0 0 0 5px rgb(255 255 255 / 28%),
        var(--shadow);
    }
  }
  /* Held upright there is room: the main card over the full width, the others above it. */
  @container vitrine (max-width: 520px) and (orientation: portrait) {
    vitrine-product-overlay .cards {
      flex-flow: row wrap-reverse;
      gap: 8px;
    }
    vitrine-product-card:not([compact]) {
      flex: none;
      width: 100%;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    vitrine-product-card,
    .hotspot::before {
      animation: none;
    }
  }
`;
