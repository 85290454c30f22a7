import { css } from 'lit';

/** What makes video.js's controls ours; adopted after its own sheet. */
export const controlStyles = css`
  .shell {
    position: absolute;
    inset: 0;
  }
  /* Beneath the products, after which one comes to it by key. */
  video,
  .shell:not([data-menu]) {
    z-index: -1;
  }
  /* Nobody can reach what lies behind a screen or the play button. */
  .base:has(> :is(vitrine-facade, vitrine-event-screen):not([hidden])) > .shell {
    display: none;
  }
  .shell .video-js {
    /* Time runs from left to right on a seek bar, in every language. */
    direction: ltr;
    width: 100%;
    height: 100%;
    /* The scrim lies behind the controls, not behind the video. */
    isolation: isolate;
    background: none;
    color: #fff;
    font: inherit;
    font-size: 13px;
    line-height: 1.4;
  }
  .shell .vjs-tech {
    cursor: pointer;
  }
  .shell .vjs-user-inactive.vjs-playing .vjs-tech {
    cursor: none;
  }
  .shell .vjs-control-bar {
    display: flex;
    align-items: center;
    box-sizing: border-box;
    height: 56px;
    padding: 8px 10px 4px;
    background: none;
    font-variant-numeric: tabular-nums;
  }
  /* A scrim, so that white controls can be read on any picture; it comes and goes with them. */
  .shell .vjs-control-bar::before {
    content: '';
    position: absolute;
    inset: -84px 0 0;
    z-index: -1;
    background: linear-gradient(transparent, rgb(0 0 0 / 30%) 45%, rgb(0 0 0 / 68%));
    pointer-events: none;
  }
  .shell .vjs-control {
    width: 36px;
    height: 36px;
    flex: none;
  }
  .shell .vjs-button {
    border-radius: 50%;
  }
  .shell .vjs-button > .vjs-svg-icon,
  .shell .vjs-volume-panel .vjs-mute-control .vjs-svg-icon {
    display: grid;
    place-items: center;
    width: 100%;
    height: 100%;
  }
  .shell .vjs-svg-icon svg {
    width: 18px;
    height: 18px;
  }
  .shell .vjs-control:focus,
  .shell .vjs-control:focus::before {
    text-shadow: none;
    outline: none;
  }
  .shell button:focus-visible,
  .shell .vjs-slider:focus-visible {
    outline: none;
    box-shadow: var(--focus);
  }
  /* Where one is */
  .shell .vjs-progress-control {
    flex: 1;
    width: auto;
    min-width: 40px;
    height: 36px;
    margin-inline: 8px;
  }
  .shell .vjs-progress-control .vjs-progress-holder {
    height: 4px;
    margin: 0;
    border-radius: 2px;
    font-size: 1em;
  }
  .shell .vjs-progress-control:hover .vjs-progress-holder {
    font-size: 1em;
  }
  .shell .vjs-slider {
    border-radius: 2px;
    background: rgb(255 255 255 / 28%);
  }
  .shell .vjs-load-progress {
    background: none;
  }
  .shell .vjs-load-progress div {
    border-radius: 2px;
    background: rgb(255 255 255 / 22%);
  }
  .shell .vjs-play-progress {
    border-radius: 2px;
    background: #fff;
  }
  .shell .vjs-play-progress .vjs-svg-icon,
  .shell .vjs-volume-level .vjs-svg-icon {
    display: none;
  }
  /* video.js takes ::before away where icons are SVG. */
  .shell .vjs-play-progress::after {
    content: '';
    position: absolute;
    top: 50%;
    right: -7px;
    width: 14px;
    height: 14px;
    border-radius: 50%;
    background: #fff;
    transform: translateY(-50%);
  }
  .shell .vjs-time-tooltip,
  .shell .vjs-mouse-display .vjs-time-tooltip,
  .shell .vjs-volume-tooltip {
    padding: 3px 8px;
    border-radius: 6px;
    background: rgb(10 12 18 / 80%);
    color: #fff;
    font-size: 12px;
  }
  .shell .vjs-time-control {
    display: flex;
    align-items: center;
    width: auto;
    min-width: 0;
    padding: 0;
    line-height: inherit;
  }
  .shell .vjs-time-divider {
    padding-inline: 4px;
    opacity: 0.8;
  }
  .shell .vjs-duration {
    margin-inline-end: 6px;
    opacity: 0.8;
  }
  /* How loud */
  .shell .vjs-volume-panel {
    display: flex;
    align-items: center;
    width: auto;
  }
  .shell .vjs-volume-panel .vjs-volume-control.vjs-volume-horizontal {
    height: 36px;
  }
  .shell .vjs-volume-bar.vjs-slider-horizontal {
    width: 56px;
    height: 4px;
    margin: 16px 8px;
    border-radius: 2px;
  }
  .shell .vjs-volume-level {
    height: 4px;
    border-radius: 2px;
  }
  /* Live */
  .shell .vjs-seek-to-live-control {
    display: none;
    width: auto;
    padding-inline: 10px;
    border-radius: 999px;
    font-size: 13px;
  }
  .shell .vjs-liveui .vjs-seek-to-live-control {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .shell .vjs-seek-to-live-control .vjs-svg-icon {
    width: 8px;
    height: 8px;
    fill: currentColor;
  }
  .shell .vjs-seek-to-live-control .vjs-svg-icon svg {
    width: 8px;
    height: 8px;
  }
  .shell .vjs-seek-to-live-control.vjs-at-live-edge .vjs-svg-icon {
    color: var(--live);
  }
  /* Live without a window to rewind in has no place to seek to. */
  .shell .vjs-live:not(.vjs-liveui) .vjs-progress-control {
    display: none;
  }
  .shell .vjs-live:not(.vjs-liveui) .vjs-volume-panel {
    margin-inline-end: auto;
  }
  /* A spinner only after half a second without data. */
  .shell .vjs-loading-spinner {
    width: 44px;
    height: 44px;
    margin: -22px;
    border: 0;
    opacity: 1;
  }
  .shell .vjs-waiting .vjs-loading-spinner,
  .shell .vjs-seeking .vjs-loading-spinner {
    animation: vjs-spinner-show 0s linear 500ms forwards;
  }
  .shell .vjs-loading-spinner::before,
  .shell .vjs-loading-spinner::after {
    border-width: 3px;
  }
  @container vitrine (max-width: 520px) {
    .shell .vjs-control-bar {
      height: 48px;
      padding: 0 4px 2px;
    }
    .shell .vjs-control {
      width: 40px;
      height: 44px;
    }
    .shell .vjs-time-control,
    .shell .vjs-progress-control {
      width: auto;
    }
    .shell .vjs-volume-control,
    .shell .vjs-picture-in-picture-control,
    .shell .vjs-playback-rate,
    .shell .vjs-time-divider,
    .shell .vjs-duration {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .shell .vjs-control-bar {
      background: Canvas;
    }
    /* Filled as far as it was played, hollow from there. */
    .shell .vjs-slider {
      outline: 1px solid CanvasText;
      background: Canvas;
    }
    .shell .vjs-load-progress div {
      background: none;
    }
    .shell .vjs-play-progress,
    .shell .vjs-play-progress::after,
    .shell .vjs-volume-level {
      background: Highlight;
    }
    .base:focus-visible,
    .shell .vjs-control:focus-visible,
    .shell .vjs-control button:focus-visible,
    .shell .vjs-slider:focus-visible {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
  }
`;
