import { css } from 'lit';

/** Captions, and what makes way for them: controls lie below, products above. */
export const captionStyles = css`
  .shell .captions {
    position: absolute;
    inset-inline: 5%;
    bottom: 58px;
    max-height: 50%;
    overflow: hidden;
    color: #fff;
    font-size: clamp(14px, 2.2cqi, 30px);
    line-height: 1.4;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
    pointer-events: none;
    transition: bottom 200ms ease-out;
  }
  .shell .captions p {
    margin: 0;
    white-space: pre-line;
    /* Each line by its own letters, whatever the page's language. */
    unicode-bidi: plaintext;
  }
  .shell .captions span {
    padding: 0.08em 0.4em;
    border-radius: 4px;
    background: rgb(10 12 18 / 80%);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  /* Over the scrim of the controls, and under a menu. */
  .shell:not([data-menu]) .captions {
    z-index: 1;
  }
  .shell[data-idle] .captions {
    bottom: 16px;
  }
  @container vitrine (max-width: 520px) {
    .shell .captions {
      inset-inline: 8px;
      bottom: 48px;
    }
    .shell[data-idle] .captions {
      bottom: 6px;
    }
  }
  @container vitrine (max-height: 200px) {
    .shell .captions {
      font-size: 12px;
    }
  }
  /* As wide as a page at 400 %: a line more would lift the products up to the bag. */
  @container vitrine (max-width: 340px) {
    .shell .captions {
      inset-inline: 4px;
      font-size: 11px;
    }
  }
  @container vitrine (max-width: 380px) {
    .shell .vjs-control-bar:has(.captions-menu:not([hidden])) .vjs-current-time {
      display: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .shell .captions {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .shell .captions span {
      background: Canvas;
      color: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
