import { css } from 'lit';

/** Adopted by the player's shadow root with what they belong to. */
export const overlayExtrasStyles = css`
  vitrine-product-overlay:focus-visible {
    outline: 2px solid #fff;
    outline-offset: -6px;
  }
  .hotspot:focus-visible::before {
    box-shadow: var(--focus);
  }
  .hotspot:hover::before {
    transform: scale(1.12);
  }
  @media (prefers-reduced-motion: no-preference) {
    .hotspot::before {
      transition: transform 150ms ease-out;
    }
    @container vitrine (max-width: 520px) {
      vitrine-product-overlay .cards {
        transition: inset-block-end 200ms ease-out;
      }
    }
  }
  .hotspot[data-covered] {
    visibility: hidden;
  }
  vitrine-product-overlay .leaving {
    position: absolute;
    pointer-events: none;
  }
  vitrine-product-overlay .offer {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    min-height: 44px;
    padding: 8px 18px;
    border: 0;
    border-radius: 999px;
    background: var(--accent);
    color: var(--on-accent);
    box-shadow: var(--shadow);
    font: inherit;
    font-weight: 600;
  }
  vitrine-product-overlay .offer:focus-visible {
    box-shadow: var(--focus);
  }
  /* As wide as a page at 400 %: the main card needs the row for itself, the others stand beside it in a column. */
  @container vitrine (max-width: 400px) and (orientation: landscape) {
    vitrine-product-overlay .cards {
      display: grid;
      grid-template-columns: 1fr auto;
      align-items: end;
      gap: 4px;
    }
    vitrine-product-card:not([compact]) {
      grid-row: 1 / span 2;
      grid-column: 1;
    }
    vitrine-product-card[compact] {
      grid-column: 2;
    }
  }
  /* Captions lie below the products, and keep the room that they have taken. */
  vitrine-product-overlay .cards {
    margin-block-end: var(--captions-room, 0);
  }
  /* Where the controls have left a low player, the products take their place. */
  vitrine-product-overlay[data-at-edge] .cards {
    inset-block-end: 6px;
  }
  vitrine-product-overlay[data-parted] .cards {
    inset-inline: 8px;
    display: flex;
    flex-flow: row wrap-reverse;
    gap: 4px;
  }
  vitrine-product-card[data-parted]:not([compact]) {
    flex: none;
    width: 100%;
    pointer-events: none;
  }
  /* Beside the other cards: at the other end captions may have lifted the button to the bag. */
  vitrine-product-card[data-parted] vitrine-product-hold {
    inset-block: auto calc(100% + 4px);
    inset-inline: 0 auto;
    pointer-events: auto;
  }
  .cards:has([compact]) vitrine-product-card[data-parted] vitrine-product-hold {
    inset-inline-start: 44px;
  }
  .cards:has([compact] ~ [compact]) vitrine-product-card[data-parted] vitrine-product-hold {
    inset-inline: auto 0;
  }
  @media (forced-colors: active) {
    .hotspot::before {
      border-color: ButtonText;
      background: ButtonFace;
      forced-color-adjust: none;
    }
    vitrine-product-overlay .offer {
      border: 1px solid;
    }
    vitrine-product-overlay button:focus-visible {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
