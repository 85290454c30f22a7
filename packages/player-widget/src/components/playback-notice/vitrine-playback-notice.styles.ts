import { css } from 'lit';

/** Adopted by the player's shadow root. */
export const playbackNoticeStyles = css`
  vitrine-playback-notice {
    position: absolute;
    inset-block-start: 16px;
    inset-inline-start: 16px;
    display: flex;
    flex-direction: column;
    align-items: start;
    gap: 8px;
    max-width: calc(100% - 88px);
    font-size: 13px;
    font-weight: 600;
    pointer-events: none;
  }
  /* Below what stands in that corner already. */
  .base:has(.vitrine-live, vitrine-resume-notice) > vitrine-playback-notice {
    inset-block-start: 60px;
  }
  /* There is nothing to be heard or waited for behind a screen or the play button. */
  .base:has(> :is(vitrine-facade, vitrine-event-screen):not([hidden])) > vitrine-playback-notice {
    display: none;
  }
  vitrine-playback-notice > .word:not(:empty) {
    padding: 8px 14px;
    border-radius: 22px;
    background: rgb(16 18 24 / 88%);
    color: #fff;
    animation: playback-notice 200ms ease-out;
  }
  vitrine-playback-notice > button {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    padding: 0 16px 0 12px;
    border: 0;
    border-radius: 22px;
    background: #fff;
    color: #14161a;
    font: inherit;
    line-height: 1.2;
    text-align: start;
    box-shadow: var(--shadow);
    cursor: pointer;
    pointer-events: auto;
    animation: playback-notice 200ms ease-out;
  }
  vitrine-playback-notice > button:focus-visible {
    outline: none;
    box-shadow: var(--focus);
  }
  vitrine-playback-notice .icon {
    width: 18px;
    height: 18px;
  }
  /* One word for one wait: it says more than a ring, and hides less. */
  .base:has(> vitrine-playback-notice[reconnecting]) > .shell .vjs-loading-spinner {
    display: none;
  }
  @keyframes playback-notice {
    from {
      opacity: 0;
    }
  }
  @media (pointer: coarse) {
    vitrine-playback-notice > button {
      min-height: 44px;
    }
  }
  @container vitrine (max-width: 520px) {
    vitrine-playback-notice {
      inset-block-start: 10px;
      inset-inline-start: 10px;
    }
    .base:has(vitrine-resume-notice) > vitrine-playback-notice {
      inset-block-start: 50px;
    }
    /* Beside the badge: below it are the cards. */
    .base:has(.vitrine-live) > vitrine-playback-notice {
      inset-block-start: 5px;
      inset-inline-start: 104px;
      max-width: calc(100% - 156px);
    }
    vitrine-playback-notice > button {
      gap: 6px;
      padding: 0 12px 0 10px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    vitrine-playback-notice > * {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    vitrine-playback-notice > .word:not(:empty),
    vitrine-playback-notice > button {
      border: 1px solid;
    }
    vitrine-playback-notice > button:focus-visible {
      outline: 2px solid Highlight;
    }
  }
`;
