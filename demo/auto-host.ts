import { setTimeout as wait } from 'node:timers/promises';
import type { HostSwitch } from './shop/event-desk.ts';
import { lineAt, type HostLine } from './host-script.ts';

export interface AutoHostOptions {
  readonly script: readonly HostLine[];
  readonly fps: number;
  readonly frames: number;
  /** Picture of the clip that goes on air next. */
  readonly frame: () => number;
  readonly send: (line: HostLine) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Stands in for the person at the desk: shows what the clip shows, round after round, until it is switched off. */
export class AutoHost implements HostSwitch {
  readonly #options: AutoHostOptions;
  #on = true;
  #shown: HostLine | undefined;
  #sleep = new AbortController();

  constructor(options: AutoHostOptions) {
    this.#options = options;
  }

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    // Whoever was at the desk meanwhile has left something else on screen.
    this.#shown = undefined;
    this.#sleep.abort();
  }

  /** Resolves when the signal aborts. */
  async run(): Promise<void> {
    const { script, frame, send, signal } = this.#options;
    while (!signal.aborted) {
      const line = lineAt(script, frame());
      if (this.#on && line && line !== this.#shown) {
        this.#shown = line;
        await send(line);
      } else {
        await this.#untilNextLine();
      }
    }
  }

  async #untilNextLine(): Promise<void> {
    const { script, frame, fps, frames, signal } = this.#options;
    const now = frame();
    const next = script.find((line) => line.frame > now)?.frame ?? frames + (script[0]?.frame ?? 0);
    this.#sleep = new AbortController();
    const both = AbortSignal.any([signal, this.#sleep.signal]);
    await wait(((next - now) * 1000) / fps, undefined, { signal: both }).catch(() => undefined);
  }
}
