import { css } from 'lit';

export const productHotspotStyles = css`
  :host {
    position: absolute;
    width: 44px;
    height: 44px;
    margin: -22px;
  }
  button {
    display: grid;
    place-items: center;
    width: 100%;
    height: 100%;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    cursor: pointer;
    outline: none;
  }
  button::before {
    content: '';
    box-sizing: border-box;
    width: 26px;
    height: 26px;
    border: 8px solid rgb(255 255 255 / 96%);
    border-radius: 50%;
    background: var(--accent);
    box-shadow:
      0 0 0 7px rgb(255 255 255 / 28%),
      var(--shadow);
    /* Breathes once when it appears, then rests. */
    animation: breathe 700ms ease-out;
    transition: transform 150ms ease-out;
  }
  button:hover::before {
    transform: scale(1.12);
  }
  button:focus-visible::before {
    box-shadow: var(--focus);
  }
  @keyframes breathe {
    from {
      opacity: 0;
      box-shadow: 0 0 0 0 rgb(255 255 255 / 60%);
      transform: scale(0.6);
    }
    50% {
      opacity: 1;
      box-shadow: 0 0 0 14px rgb(255 255 255 / 10%);
      transform: scale(1.1);
    }
  }
  /* As large to a finger, smaller to the eye. */
  @container vitrine (max-width: 520px) {
    button::before {
      width: 18px;
      height: 18px;
      border-width: 6px;
      box-shadow:
        0 0 0 5px rgb(255 255 255 / 28%),
        var(--shadow);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    button::before {
      animation: none;
      transition: none;
    }
  }
  @media (forced-colors: active) {
    button::before {
      border-color: ButtonText;
      background: ButtonFace;
      forced-color-adjust: none;
    }
  }
`;
