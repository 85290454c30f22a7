import { pause } from '../internal/pause.ts';

/** Milliseconds before each attempt. Libraries have tried again by themselves before they give up. */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 16_000] as const;
/** Seconds that have to be played before an attempt counts as a success. */
const PLAYED = 1;
/** While nothing has been seen yet somebody waits before a play button: better a word soon. */
const AT_START = 2;

interface RecoveryOptions {
  /** Ends with the source. */
  readonly signal: AbortSignal;
  /** `isUnderWay` has changed. */
  readonly onChange: () => void;
}

/** Bounded attempts to go on after the network failed; sooner than planned when the browser says that it is back. */
export class Recovery {
  readonly #options: RecoveryOptions;
  #attempts = 0;
  #waiting = false;
  #playedFrom: number | undefined;
  /** Whether playback depends on an attempt that has not worked out yet. */
  isUnderWay = false;

  constructor(options: RecoveryOptions) {
    this.#options = options;
  }

  /** Whether another attempt is planned; `false` means give up. What fails while one is waited for belongs to it. */
  attempt(goOn: () => void, { atStart = false } = {}): boolean {
    if (this.#waiting) return true;
    const milliseconds = PAUSES[this.#attempts];
    if (milliseconds === undefined || (atStart && this.#attempts >= AT_START)) return false;
    this.#attempts += 1;
    this.#waiting = true;
    this.#playedFrom = undefined;
    this.#tell(true);
    const { signal } = this.#options;
    void pause(milliseconds, { signal }).then(() => {
      this.#waiting = false;
      if (!signal.aborted) goOn();
    });
    return true;
  }

  /** It goes on: the next failure has all attempts again. */
  succeeded(): void {
    if (this.#waiting) return;
    this.#attempts = 0;
    this.#tell(false);
  }

  /** It is over: nobody is trying any more. */
  giveUp(): void {
    this.#tell(false);
  }

  /** For engines that show only by playing that they go on: called with where playback is. */
  played(time: number): void {
    if (!this.isUnderWay || this.#waiting) return;
    this.#playedFrom = Math.min(this.#playedFrom ?? time, time);
    if (time - this.#playedFrom > PLAYED) this.succeeded();
  }

  #tell(is: boolean): void {
    if (this.isUnderWay === is) return;
    this.isUnderWay = is;
    this.#options.onChange();
  }
}
