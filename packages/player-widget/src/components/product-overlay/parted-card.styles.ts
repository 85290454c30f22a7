import { css } from 'lit';

/** Adopted by a card's own shadow root: in a player that is too low for a whole one it is one piece at each side. */
export const partedCardStyles = css`
  /* A low card has two rows. */
  @container vitrine (max-height: 419px) {
    .unit {
      display: inline;
      font-size: 12px;
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
  :host([data-parted]:not([compact])) {
    pointer-events: none;
  }
  :host([data-parted]:not([compact])) .card {
    justify-content: space-between;
    padding: 0;
    border: 0;
    background: none;
    box-shadow: none;
  }
  :host([data-parted]:not([compact])) .open {
    flex: none;
    box-sizing: border-box;
    gap: 6px;
    max-width: calc(100cqi / 3 - 14px);
    min-height: 36px;
    padding: 3px;
    padding-inline-end: 8px;
    border-radius: min(12px, var(--radius));
    background: var(--surface);
    box-shadow: var(--shadow);
    font-size: 13px;
    line-height: 1.25;
    pointer-events: auto;
  }
  :host([data-parted]:not([compact])) .picture {
    width: 34px;
    height: 34px;
    border-radius: 9px;
  }
  :host([data-parted]:not([compact])) .action {
    max-width: calc(100cqi / 3 - 14px);
    min-width: 52px;
    min-height: 40px;
    margin: 0;
    padding: 4px 12px;
    box-shadow: var(--shadow);
    font-size: 13px;
    pointer-events: auto;
  }
  :host([data-parted]) .action[data-quiet] {
    background: var(--surface);
    color: var(--ink);
  }
  :host([data-parted]) .name {
    -webkit-line-clamp: 1;
  }
  :host([data-parted]) .unit {
    display: -webkit-box;
    font-size: 11px;
  }
  :host([data-parted]) .action:focus-visible,
  :host([data-parted]:not([compact])) .open:focus-visible {
    box-shadow: var(--focus);
  }
  :host([data-parted][compact]) .card {
    padding: 3px;
    border-radius: min(10px, var(--radius));
  }
  :host([data-parted][compact]) .picture {
    width: 30px;
    height: 30px;
    border-radius: 7px;
  }
  /* As wide as a phone: the price is what there is room for; whoever listens hears all. */
  @container vitrine (max-width: 480px) {
    :host([data-parted]) :is(.name, .problem, s, .price .quiet) {
      position: absolute;
      display: block;
      overflow: hidden;
      width: 1px;
      height: 1px;
      clip-path: inset(50%);
    }
    /* Where a price is long, its picture gives way: a figure that is cut off would be another price. */
    :host([data-parted]:not([compact])) .picture {
      flex: 0 1 34px;
      min-width: 0;
    }
    :host([data-parted]:not([compact])) .about {
      flex: none;
      max-width: 100%;
    }
    :host([data-parted]:not([compact])) .open:has(.unit) .picture {
      display: none;
    }
    :host([data-parted]:not([compact])) .open:has(.unit) {
      padding-inline-start: 8px;
    }
    :host([data-parted]) .unit > bdi {
      white-space: nowrap;
    }
  }
  /* As wide as a page at 400 %. */
  @container vitrine (max-width: 340px) {
    :host([data-parted]:not([compact])) .open {
      gap: 5px;
      max-width: calc(100cqi / 3 - 10px);
      padding-inline-end: 5px;
      font-size: 12px;
    }
    :host([data-parted]:not([compact])) .picture {
      flex-basis: 28px;
      height: 28px;
    }
    :host([data-parted]:not([compact])) .price {
      font-size: 11px;
    }
    :host([data-parted]:not([compact])) .action {
      min-height: 36px;
    }
    :host([data-parted][compact]) .card {
      padding: 2px;
    }
    :host([data-parted][compact]) .picture {
      width: 26px;
      height: 26px;
    }
  }
  @media (forced-colors: active) {
    :host([data-parted]:not([compact])) .open {
      border: 1px solid;
    }
  }
`;
