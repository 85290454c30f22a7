import { css } from 'lit';

/** Adopted by the player's shadow root, and by the document of a window of its own: every selector names the element. */
export const smallPlayerStyles = css`
  vitrine-small-player {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    box-sizing: border-box;
    padding: 4px;
    background: linear-gradient(rgb(0 0 0 / 62%), transparent 56px);
    color: #fff;
    font-size: 13px;
    line-height: 1.25;
    pointer-events: none;
  }
  .small-buttons {
    display: flex;
  }
  .small-buttons > :last-child:not(:nth-child(3)),
  .small-buttons > :nth-child(2) {
    margin-inline-start: auto;
  }
  .small-buttons > :nth-child(4) {
    margin-inline-start: 0;
  }
  vitrine-small-player button {
    border: 0;
    color: inherit;
    font: inherit;
    cursor: pointer;
    outline: none;
    pointer-events: auto;
  }
  .small-button {
    display: grid;
    flex: none;
    place-items: center;
    width: 40px;
    height: 40px;
    padding: 0;
    border-radius: 50%;
    background: none;
  }
  .small-button:hover {
    background: rgb(255 255 255 / 18%);
  }
  .small-button .icon {
    width: 18px;
    height: 18px;
  }
  .small-button .icon:dir(rtl) {
    transform: scaleX(-1);
  }
  .small-product {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    max-width: 260px;
    padding: 4px;
    border-radius: min(10px, var(--radius));
    background: var(--surface);
    text-align: start;
  }
  vitrine-small-player .small-product {
    color: var(--ink);
  }
  .small-product .picture {
    flex: none;
    overflow: hidden;
    width: 36px;
    height: 36px;
    border-radius: 7px;
    background: rgb(20 22 26 / 6%);
  }
  .small-product img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .small-product s {
    display: none;
  }
  .small-about {
    display: grid;
    min-width: 0;
    padding-inline-end: 6px;
    font-size: 12px;
  }
  .small-name,
  .small-about .price {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .small-name {
    font-weight: 600;
    text-align: match-parent;
  }
  .small-about b {
    color: var(--sale);
    font-weight: 600;
  }
  .small-about .quiet {
    color: var(--muted);
  }
  .small-about .spoken {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }
  vitrine-small-player button:focus-visible {
    box-shadow: var(--focus);
  }
  @media (forced-colors: active) {
    .small-button,
    .small-product {
      border: 1px solid;
      background: ButtonFace;
      color: ButtonText;
    }
    vitrine-small-player button:focus-visible {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
