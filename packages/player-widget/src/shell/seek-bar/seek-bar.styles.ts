import { css } from 'lit';

/** Marks on the seek bar, and the preview over it. Their places are physical: time runs from left to right. */
export const seekBarStyles = css`
  .shell .seek-marks {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .shell .seek-marks span {
    position: absolute;
    top: -2px;
    width: 3px;
    height: 8px;
    margin-left: -1px;
    border-radius: 1px;
    background: #fff;
    box-shadow: 0 0 0 1px rgb(10 12 18 / 32%);
  }
  /* A ring around the bar, not over it: its marks stay to be seen. */
  .shell .vjs-progress-holder.vjs-slider:focus-visible {
    outline: 2px solid #fff;
    outline-offset: 4px;
    box-shadow: 0 0 0 4px rgb(10 12 18 / 50%);
  }
  /* The knob and the pointer's own line pass over the marks. */
  .shell .vjs-play-progress {
    z-index: 1;
  }
  .shell .vjs-progress-control .vjs-mouse-display {
    top: -3px;
    z-index: 1;
    width: 2px;
    height: 10px;
    margin-left: -1px;
    border-radius: 1px;
    background: #fff;
  }
  /* The preview tells the time. */
  .shell .vjs-progress-control .vjs-time-tooltip {
    display: none !important;
  }
  .seek-preview {
    position: absolute;
    bottom: 54px;
    left: 0;
    box-sizing: border-box;
    min-width: 56px;
    max-width: min(184px, 100cqi - 16px);
    padding: 4px;
    border-radius: 12px;
    /* Solid: what it covers must not be read through it. */
    background: #14161c;
    color: #fff;
    box-shadow:
      0 0 0 1px rgb(255 255 255 / 12%),
      0 6px 20px rgb(8 10 20 / 30%);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
    text-align: center;
    pointer-events: none;
    animation: seek-preview-come 120ms ease-out;
  }
  .seek-preview-picture {
    width: 176px;
    max-width: 100%;
    aspect-ratio: 16 / 9;
    margin-bottom: 4px;
    overflow: hidden;
    border-radius: 8px;
    background: rgb(255 255 255 / 8%);
  }
  .seek-preview[data-upright] .seek-preview-picture {
    width: 88px;
  }
  .seek-preview img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .seek-preview-title {
    display: -webkit-box;
    overflow: hidden;
    padding-inline: 6px;
    font-weight: 600;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .seek-preview-time {
    padding: 0 6px 2px;
  }
  .seek-preview-title:not([hidden]) + .seek-preview-time {
    color: rgb(255 255 255 / 78%);
    font-size: 12px;
  }
  /* Whoever is not there sees the picture alone. */
  .shell[data-idle] ~ .seek-preview {
    visibility: hidden;
  }
  @keyframes seek-preview-come {
    from {
      opacity: 0;
    }
  }
  @container vitrine (max-width: 520px) {
    .seek-preview {
      bottom: 46px;
      max-width: min(144px, 100cqi - 16px);
    }
    .seek-preview-picture {
      width: 136px;
    }
    .seek-preview-title {
      font-size: 12px;
    }
  }
  @container vitrine (max-height: 240px) {
    .seek-preview-title {
      -webkit-line-clamp: 1;
    }
  }
  /* No room for a picture above the controls. */
  @container vitrine (max-height: 170px) {
    .seek-preview-picture {
      display: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .seek-preview {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .shell .seek-marks span {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .shell .vjs-progress-control .vjs-mouse-display {
      background: CanvasText;
    }
    .seek-preview {
      border: 1px solid;
    }
  }
`;
