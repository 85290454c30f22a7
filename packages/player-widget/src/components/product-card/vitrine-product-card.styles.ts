import { css } from 'lit';

export const productCardStyles = css`
  :host {
    display: block;
  }
  .card {
    box-sizing: border-box;
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    padding: 8px;
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    color: var(--ink);
  }
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
  [hidden] {
    display: none;
  }
  .about {
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .name {
    display: -webkit-box;
    overflow: hidden;
    font-weight: 600;
    line-height: 1.25;
    /* In its own direction, where the card begins. */
    text-align: match-parent;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .open:hover .name {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .price {
    font-variant-numeric: tabular-nums;
  }
  b {
    color: var(--sale);
    font-weight: 600;
  }
  s,
  .quiet {
    color: var(--muted);
    font-size: 13px;
  }
  s {
    margin-inline-start: 2px;
  }
  .action {
    flex: none;
    min-width: 64px;
    min-height: 44px;
    margin-inline-end: 4px;
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
  .action[data-quiet] {
    background: none;
    box-shadow: inset 0 0 0 1px rgb(20 22 26 / 22%);
    color: inherit;
  }
  .action:focus-visible {
    box-shadow: var(--focus);
  }
  :host([compact]) .card {
    padding: 6px;
  }
  :host([compact]) .picture {
    width: 52px;
    height: 52px;
  }
  .spoken {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }
  @container vitrine (max-width: 520px) and (orientation: portrait) {
    .picture {
      width: 56px;
      height: 56px;
    }
  }
  @container vitrine (max-width: 520px) and (orientation: landscape) {
    .card {
      gap: 8px;
      padding: 5px;
      border-radius: min(12px, var(--radius));
    }
    :host([compact]) .card {
      padding: 5px;
    }
    .open {
      gap: 8px;
    }
    .picture,
    :host([compact]) .picture {
      width: 40px;
      height: 40px;
      border-radius: 8px;
    }
    .about {
      gap: 0;
      font-size: 13px;
    }
    .name {
      -webkit-line-clamp: 1;
    }
    .action {
      min-width: 52px;
      min-height: 40px;
      margin-inline-end: 2px;
      padding: 4px 12px;
      font-size: 13px;
    }
  }
  /* As wide as a page at 400 %: the others are no larger than a target has to be. */
  @container vitrine (max-width: 400px) and (orientation: landscape) {
    :host([compact]) .card {
      padding: 2px;
      border-radius: 8px;
    }
    :host([compact]) .picture {
      width: 26px;
      height: 26px;
      border-radius: 6px;
    }
    s {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .card,
    .action {
      border: 1px solid;
    }
    button:focus-visible {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
