/** Milliseconds between two announcements, at least: whoever listens has to get to the end of one. */
const PAUSE = 3_000;

/** Milliseconds that a live region has to be there before what is put into it is heard. */
const KNOWN_AFTER = 100;

/** Says in a live region of its own what is right now, and of what changes quickly only how it has ended. */
export class Announcer {
  readonly #region = document.createElement('div');
  #next = performance.now() + KNOWN_AFTER;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(parent: Element) {
    this.#region.className = 'announcement';
    this.#region.setAttribute('aria-live', 'polite');
    parent.append(this.#region);
  }

  /** An empty text says nothing, and takes back what has not been said yet. */
  announce(text: string): void {
    clearTimeout(this.#waiting);
    if (text === this.#region.textContent) return;
    const pause = text ? this.#next - performance.now() : 0;
    if (pause > 0) this.#waiting = setTimeout(() => this.announce(text), pause);
    else {
      if (text) this.#next = performance.now() + PAUSE;
      this.#region.textContent = text;
    }
  }
}
