import { css } from 'lit';

/** What makes video.js's menus ours. */
export const menuStyles = css`
  .shell .vjs-menu-button-popup .vjs-menu {
    left: auto;
    right: 0;
    width: auto;
    margin: 0;
    bottom: 44px;
    height: auto;
  }
  .shell .vjs-menu-button-popup .vjs-menu .vjs-menu-content {
    position: static;
    width: max-content;
    min-width: 112px;
    max-height: min(220px, 50cqi);
    padding: 6px;
    box-sizing: border-box;
    border-radius: 12px;
    background: rgb(16 18 24 / 92%);
    font: inherit;
    font-size: 14px;
  }
  .shell .vjs-menu li {
    display: flex;
    align-items: center;
    justify-content: flex-start;
    gap: 16px;
    min-height: 36px;
    padding: 0 12px;
    border-radius: 8px;
    font-size: 14px;
    line-height: 1.2;
    text-align: start;
    text-transform: none;
  }
  .shell .vjs-menu li.vjs-menu-item:hover,
  .shell .vjs-menu li.vjs-menu-item:focus {
    background: rgb(255 255 255 / 14%);
    text-shadow: none;
  }
  .shell .vjs-menu li.vjs-selected,
  .shell .vjs-menu li.vjs-selected:hover,
  .shell .vjs-menu li.vjs-selected:focus {
    background: none;
    color: #fff;
    font-weight: 600;
  }
  .shell .vjs-menu li.vjs-selected::after {
    content: '';
    width: 6px;
    height: 6px;
    margin-inline-start: auto;
    border-radius: 50%;
    background: currentColor;
  }
  .shell .vjs-playback-rate {
    width: auto;
    min-width: 40px;
  }
  .shell .vjs-playback-rate .vjs-playback-rate-value {
    display: grid;
    place-items: center;
    font-size: 13px;
    line-height: 1;
  }
`;
