import type { Player } from 'video.js/core.es.js';
import type { MediaEngine } from '../media/media-engine.ts';
import type { Captions } from './captions/captions.ts';
import { isTyping } from './is-typing.ts';
import { RATES } from './menus/rate-menu.ts';

/** Seconds of a small and of a large step, and a step of the volume, from 0 to 1. */
const STEP = 5;
const LEAP = 10;
const LOUDER = 0.1;

interface HotkeyOptions {
  readonly host: HTMLElement;
  readonly player: Player;
  readonly engine: MediaEngine;
  readonly captions: Captions;
  readonly signal: AbortSignal;
}

/**
 * Keys for whoever is in the player. A key that does something here is taken from the page; all others, and every one while
 * somebody types or a modifier is held, are left to it.
 */
export function followHotkeys({ host, player, engine, captions, signal }: HotkeyOptions): void {
  const seek = (to: number): boolean => {
    const { seekable } = engine;
    if (seekable.length === 0) return false;
    const end = seekable.end(seekable.length - 1);
    engine.currentTime = Math.max(seekable.start(0), Math.min(to, end));
    return true;
  };
  const by = (seconds: number): boolean => seek(engine.currentTime + seconds);
  const turn = (by: number): boolean => {
    // Muted, one is as quiet as can be; louder begins where it was left.
    if (!engine.muted || engine.volume === 0) engine.volume = Math.max(0, Math.min(1, engine.volume + by));
    if (by > 0) engine.muted = false;
    return true;
  };
  const rate = (step: 1 | -1): boolean => {
    if (engine.streamType === 'live') return false;
    const now = engine.playbackRate;
    const next = step > 0 ? RATES.find((one) => one > now) : RATES.findLast((one) => one < now);
    if (next !== undefined) engine.playbackRate = next;
    return true;
  };
  // Held, a key steps on and on; what it switches it switches once.
  const keys: Readonly<Record<string, (isHeld: boolean) => boolean>> = {
    ' ': (isHeld) => isHeld || toggle(engine),
    k: (isHeld) => isHeld || toggle(engine),
    j: () => by(-LEAP),
    l: () => by(LEAP),
    arrowleft: () => by(-STEP),
    arrowright: () => by(STEP),
    arrowup: () => turn(LOUDER),
    arrowdown: () => turn(-LOUDER),
    m: (isHeld) => {
      if (!isHeld) engine.muted = !engine.muted;
      return true;
    },
    c: (isHeld) => {
      const { length } = captions.tracks;
      if (length > 0 && !isHeld) captions.toggle();
      return length > 0;
    },
    f: (isHeld) => {
      if (isHeld) return true;
      const going = player.isFullscreen() ? player.exitFullscreen() : player.requestFullscreen();
      // Refused, one is where one was.
      going.catch(() => undefined);
      return true;
    },
    '<': () => rate(-1),
    '>': () => rate(1),
  };
  const act = (key: string, isHeld: boolean): boolean => {
    if (/^\d$/.test(key)) return engine.streamType !== 'live' && seek((engine.duration * Number(key)) / 10);
    return keys[key]?.(isHeld) ?? false;
  };
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTyping(event, host) || !act(event.key.toLowerCase(), event.repeat))
      return;
    event.preventDefault();
    event.stopPropagation();
    player.reportUserActivity();
  };
  host.addEventListener('keydown', press, { signal });
  // A control of video.js stops every key, and hands on an incomplete copy of what it has no use for.
  let pressed: KeyboardEvent | undefined;
  host.addEventListener('keydown', (event) => (pressed = event), { signal, capture: true });
  player.handleKeyDown = () => {
    if (pressed?.key === 'Escape') handOn(pressed, player.el().parentElement);
    else if (pressed) press(pressed);
  };
}

/** Whatever is open around the controls closes by it, too, wherever the focus is. */
function handOn(event: KeyboardEvent, to: Element | null): void {
  const { key, code } = event;
  const copy = new KeyboardEvent('keydown', { key, code, bubbles: true, composed: true, cancelable: true });
  if (to?.dispatchEvent(copy) === false) event.preventDefault();
}

function toggle(engine: MediaEngine): boolean {
  if (engine.paused) engine.play().catch(() => undefined);
  else engine.pause();
  return true;
}
