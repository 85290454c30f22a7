import { css } from 'lit';

/** The window's own page. */
export const ownWindowStyles = css`
  html,
  body {
    height: 100%;
    margin: 0;
    background: #14161a;
  }
  body {
    position: relative;
    overflow: hidden;
  }
  video {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  /* As in the page, but for their place: at the lower edge, or over the product. */
  .captions {
    position: absolute;
    inset-inline: 8px;
    bottom: 8px;
    max-height: 50%;
    overflow: hidden;
    color: #fff;
    font-size: clamp(13px, 3.6vw, 30px);
    line-height: 1.4;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
    pointer-events: none;
  }
  body:has(.small-product) .captions {
    bottom: 56px;
  }
  .captions p {
    margin: 0;
    white-space: pre-line;
    unicode-bidi: plaintext;
  }
  .captions span {
    padding: 0.08em 0.4em;
    border-radius: 4px;
    background: rgb(10 12 18 / 80%);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  @media (forced-colors: active) {
    .captions span {
      background: Canvas;
      color: CanvasText;
    }
  }
`;

/** What stands in the page meanwhile. Adopted by the player's shadow root. */
export const awayStyles = css`
  .base[data-away] > :not(vitrine-away-note) {
    display: none !important;
  }
  vitrine-away-note {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 12px;
    padding: 20px;
    background: radial-gradient(120% 120% at 50% 0, #343a46, #181b21 75%);
    color: #fff;
    text-align: center;
    text-wrap: balance;
  }
  vitrine-away-note button {
    min-height: 44px;
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
  vitrine-away-note button:focus-visible {
    box-shadow:
      0 0 0 2px #181b21,
      0 0 0 4px #fff;
  }
  @media (forced-colors: active) {
    vitrine-away-note button {
      border: 1px solid;
    }
    vitrine-away-note button:focus-visible {
      outline: 2px solid Highlight;
    }
  }
`;
