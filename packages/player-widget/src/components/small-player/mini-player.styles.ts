import { css } from 'lit';

/**
 * The player's box in a corner. A popover lies in the top layer: whatever the page's boxes clip, move or stack, it is seen,
 * and its place in the page stays as it was. Adopted by the player's shadow root.
 */
export const miniPlayerStyles = css`
  :host([data-floating]) {
    border-radius: var(--vitrine-player-radius, 18px);
    background: #14161a;
  }
  /* Taken out of the page for a moment, the browser closes a popover: then the box is where it was. */
  .base[popover] {
    display: block;
    margin: 0;
    padding: 0;
    border: 0;
    width: auto;
    height: auto;
    color: var(--ink);
  }
  .base[popover]:not(:popover-open) {
    position: absolute;
  }
  .base:popover-open {
    position: fixed;
    inset: auto;
    inset-block-end: calc(max(16px, env(safe-area-inset-bottom)) + var(--vitrine-mini-offset, 0px));
    inset-inline-end: max(16px, env(safe-area-inset-left), env(safe-area-inset-right));
    width: min(var(--vitrine-mini-width, 340px), 56vw, 45vh * var(--mini-shape));
    min-width: min(176px, 100vw - 32px, 60vh * var(--mini-shape));
    aspect-ratio: var(--mini-shape);
    border-radius: min(14px, var(--vitrine-player-radius, 14px));
    box-shadow: var(--shadow);
    container: vitrine / size;
    touch-action: none;
    user-select: none;
  }
  .base:popover-open:focus-visible {
    box-shadow: var(--focus);
  }
  /* What there is no room for. Captions stay. */
  .base:popover-open > :not(video, .shell, vitrine-small-player),
  .base:popover-open > .shell > .video-js > :not(.vjs-tech, .vjs-text-track-display, .vjs-loading-spinner),
  .base:popover-open > .shell > :not(.video-js, .captions) {
    display: none !important;
  }
  .base:popover-open:has(.small-product) > .shell > .captions {
    bottom: 52px;
  }
  .base:not(:popover-open) > vitrine-small-player {
    display: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .base:popover-open {
      animation: vitrine-float 200ms ease-out;
    }
    .base[data-back]:popover-open {
      transition: translate 150ms ease-out;
    }
  }
  @keyframes vitrine-float {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  @media (forced-colors: active) {
    .base:popover-open {
      outline: 1px solid CanvasText;
    }
  }
  @media print {
    .base:popover-open {
      display: none;
    }
  }
`;
