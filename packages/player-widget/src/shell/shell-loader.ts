import { PlayerError } from '../media/player-error.ts';
import type { MediaEngine } from '../media/media-engine.ts';
import { wait } from '../internal/wait.ts';

export interface ShellOptions {
  /** The element that goes fullscreen: products have to come along. */
  readonly host: HTMLElement;
  /** An empty element over the video; the shell lives in it and leaves it empty. */
  readonly layer: HTMLElement;
  readonly engine: MediaEngine;
  readonly video: HTMLVideoElement;
  readonly signal: AbortSignal;
}

/** Milliseconds without a picture after which a viewer who reaches for the controls gets them anyway. */
const NO_PICTURE = 4_000;

/**
 * Brings the controls once the first picture is there, so that they cost nothing on the way to it;
 * where no picture is coming, once somebody reaches for them.
 */
export async function loadShell(options: ShellOptions & { readonly picture: Promise<void> }): Promise<void> {
  const { host, signal, picture } = options;
  await Promise.race([picture, wait(NO_PICTURE, { signal }).then(() => intent(host, signal))]);
  if (signal.aborted) return;
  try {
    const { createShell } = await import('./shell.ts');
    if (!signal.aborted) createShell(options);
  } catch (cause) {
    throw new PlayerError('SHELL_NOT_LOADED', String(cause), { cause });
  }
}

function intent(host: HTMLElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    for (const type of ['pointermove', 'pointerdown', 'focusin', 'keydown']) {
      host.addEventListener(type, () => resolve(), { once: true, passive: true, signal });
    }
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
