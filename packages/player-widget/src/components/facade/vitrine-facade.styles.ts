import { css } from 'lit';

export const facadeStyles = css`
  :host {
    display: block;
    background: #20242c;
    color: #fff;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  :host::after {
    content: '';
    position: absolute;
    inset: auto 0 0;
    height: 60%;
    background: linear-gradient(transparent, rgb(0 0 0 / 62%));
    pointer-events: none;
  }
  /* The whole picture is the target; what looks like a button lies in its middle. */
  button {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: grid;
    place-items: center;
    width: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: #111;
    cursor: pointer;
    outline: none;
  }
  svg {
    width: 30px;
    padding: 17px;
    border-radius: 50%;
    background: rgb(255 255 255 / 96%);
    box-shadow: var(--shadow);
    fill: currentColor;
  }
  button:focus-visible svg {
    box-shadow: var(--focus);
  }
  path {
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  circle {
    display: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-dasharray: 40 60;
    transform-origin: center;
    /* A short wait is no wait: the ring shows itself after half a second. */
    animation:
      turn 900ms linear infinite,
      appear 150ms 500ms backwards;
  }
  :host([busy]) circle {
    display: inline;
  }
  :host([busy]) path {
    display: none;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    circle {
      animation-duration: 3s, 1ms;
    }
  }
  @media (forced-colors: active) {
    svg {
      border: 2px solid ButtonText;
      background: ButtonFace;
      color: ButtonText;
      fill: ButtonText;
    }
    button:focus-visible svg {
      outline: 3px solid Highlight;
    }
  }
`;
