import { css } from 'lit';

/** Adopted by the facade's shadow root. */
export const facadeAboutStyles = css`
  vitrine-facade-about {
    position: absolute;
    inset: auto 20px 18px;
    z-index: 1;
    pointer-events: none;
  }
  strong {
    display: -webkit-box;
    overflow: hidden;
    font-size: clamp(17px, 3.2cqi, 26px);
    font-weight: 600;
    line-height: 1.2;
    text-align: match-parent;
    letter-spacing: -0.01em;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  span {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 4px;
    font-variant-numeric: tabular-nums;
    opacity: 0.92;
  }
  b {
    padding: 1px 8px;
    border-radius: 6px;
    background: var(--live);
    font-size: 12px;
    font-weight: 600;
  }
  small {
    display: block;
    margin-top: 4px;
    font-size: 13px;
    opacity: 0.92;
  }
  /* Clear of the play button, which keeps its place. */
  @container vitrine (max-height: 240px) {
    vitrine-facade-about {
      inset: auto 14px 10px;
      line-height: 1.3;
    }
    strong {
      font-size: 16px;
      -webkit-line-clamp: 1;
    }
    span,
    small {
      margin-top: 0;
    }
    vitrine-facade-about:has(small) span {
      display: none;
    }
  }
  @media (forced-colors: active) {
    vitrine-facade-about {
      background: Canvas;
    }
  }
`;
