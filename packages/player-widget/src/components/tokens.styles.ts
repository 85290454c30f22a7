import { css } from 'lit';

/** The tokens of the look, each with the value that fits any shop. Components read them from the player. */
export const tokens = css`
  :host {
    --accent: var(--vitrine-accent, #111);
    --on-accent: var(--vitrine-on-accent, #fff);
    --surface: var(--vitrine-surface, rgb(255 255 255 / 95%));
    --ink: var(--vitrine-ink, #14161a);
    --muted: var(--vitrine-muted, #5a616d);
    --live: var(--vitrine-live, #d9123a);
    --sale: var(--vitrine-sale, #b80f37);
    --radius: var(--vitrine-radius, 14px);
    --shadow: var(--vitrine-shadow, 0 8px 28px rgb(8 10 20 / 22%), 0 1px 3px rgb(8 10 20 / 16%));
    --focus: 0 0 0 2px #fff, 0 0 0 4px #1a56db;
  }
  [hidden] {
    display: none !important;
  }
`;
