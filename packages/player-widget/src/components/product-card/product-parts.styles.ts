import { css } from 'lit';

/** Picture, name, price and button of a product, wherever it is offered. */
export const productPartsStyles = css`
  button {
    border: 0;
    font: inherit;
    cursor: pointer;
    outline: none;
  }
  button:focus-visible {
    box-shadow: var(--focus);
  }
  .open {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 12px;
    min-width: 0;
    padding: 0;
    border-radius: 10px;
    background: none;
    color: inherit;
    text-align: start;
  }
  .picture {
    flex: none;
    overflow: hidden;
    width: 64px;
    height: 64px;
    border-radius: 10px;
    background: rgb(20 22 26 / 6%);
  }
  img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .about {
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .name {
    font-weight: 600;
  }
  .name,
  .unit {
    display: -webkit-box;
    overflow: hidden;
    line-height: 1.25;
    /* In its own direction, where the card begins. */
    text-align: match-parent;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .open:hover .name {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .price {
    font-variant-numeric: tabular-nums;
  }
  /* A price never breaks; of two, each reads in its own direction. */
  .price > :not(.unit) {
    white-space: nowrap;
    unicode-bidi: isolate;
  }
  b {
    color: var(--sale);
    font-weight: 600;
  }
  s,
  .unit,
  .quiet {
    color: var(--muted);
    font-size: 13px;
  }
  s {
    margin-inline-start: 2px;
  }
  .problem {
    color: var(--sale);
    font-size: 13px;
    line-height: 1.25;
  }
  .action {
    flex: none;
    min-width: 64px;
    min-height: 44px;
    padding: 8px 18px;
    border-radius: 999px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 14px;
    font-weight: 600;
  }
  .action:hover {
    filter: brightness(1.25);
  }
  .action:active {
    transform: scale(0.97);
  }
  .action[data-try='adding'] {
    opacity: 0.6;
  }
  .action[data-quiet] {
    background: none;
    box-shadow: inset 0 0 0 1px rgb(20 22 26 / 22%);
    color: inherit;
  }
  .action:focus-visible {
    box-shadow: var(--focus);
  }
  .spoken {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }
  @media (forced-colors: active) {
    .action {
      border: 1px solid;
    }
    button:focus-visible {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
