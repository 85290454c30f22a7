import { css } from 'lit';

/** Adopted by the player's shadow root: where the bag lies, and what makes room for its panel. */
export const bagStageStyles = css`
  vitrine-bag {
    --panel-width: clamp(300px, 38cqi, 384px);
    --panel-height: min(66cqb, 100cqb - 180px);
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  vitrine-bag[hidden] {
    display: none;
  }
  /* Controls and words stay in sight; the picture stays as it is. */
  .base:has(> vitrine-bag[data-place='side']) > :is(.shell, vitrine-event-screen) {
    inset-inline-end: clamp(300px, 38cqi, 384px);
  }
  .base:has(> vitrine-bag[data-place='lower']) > :is(.shell, vitrine-event-screen) {
    inset-block-end: min(66cqb, 100cqb - 180px);
  }
  /* What is on screen is marked in the panel; a card would say it twice, half of them beneath it. */
  .base:has(> vitrine-bag:is([data-place], [data-ended]))
    > vitrine-product-overlay
    :is(.cards, .leaving, .hotspot) {
    visibility: hidden;
  }
  .base:has(> vitrine-bag:not([hidden])) > vitrine-product-overlay .offer {
    inset-inline-end: 60px;
  }
`;
