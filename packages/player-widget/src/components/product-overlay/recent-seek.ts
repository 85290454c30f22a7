import type { MediaEngine } from '../../media/media-engine.ts';

/** Milliseconds from the end of a seek to its picture and what belongs to that, generously. */
const SETTLING = 1_000;

/** Whether the viewer has just gone somewhere else: what changes then was not the show's doing. */
export class RecentSeek {
  #engine: MediaEngine | undefined;
  #following: AbortController | undefined;
  #last = -Infinity;

  get isRecent(): boolean {
    return this.#engine?.seeking === true || performance.now() - this.#last < SETTLING;
  }

  follow(engine: MediaEngine | undefined): void {
    if (engine === this.#engine) return;
    this.#following?.abort();
    this.#engine = engine;
    if (!engine) return;
    this.#following = new AbortController();
    const mark = (): void => void (this.#last = performance.now());
    for (const type of ['seeking', 'seeked'] as const) engine.addEventListener(type, mark, this.#following);
  }
}
