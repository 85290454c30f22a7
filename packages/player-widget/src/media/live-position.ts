import { TypedEvents } from '../internal/typed-events.ts';
import { endOf } from './live-window.ts';
import type { MediaEngine } from './media-engine.ts';

interface LivePositionEvents {
  /** `isAtLive` has changed. */
  change: Event;
  /** Playback was moved back to live because it had fallen too far behind. */
  caughtup: Event;
}

/** Seconds: what a seek to the edge may miss it by. */
const NEAR = 0.5;

/**
 * Whether the viewer is with the live edge, or has left it by a seek or a pause. Falling behind is not leaving: what a stall or
 * a slow network has cost is made up for by whoever keeps playback near the edge.
 */
export class LivePosition extends TypedEvents<LivePositionEvents> {
  readonly #engine: MediaEngine;
  #isAtLive = true;
  #going = false;
  #isMoving = false;
  #left = false;
  /** Media time before a seek. */
  #time: number;

  constructor(engine: MediaEngine, { signal }: { signal: AbortSignal }) {
    super();
    this.#engine = engine;
    this.#time = engine.currentTime;
    const on = (type: 'seeking' | 'seeked' | 'pause' | 'playing' | 'timeupdate', take: () => void): void =>
      engine.addEventListener(type, take, { signal });
    // Until it is done, an engine may still tell the old time, or the new one: which of them is no matter.
    on('seeking', () => (this.#isMoving = true));
    on('seeked', () => {
      this.#settle();
      this.#isMoving = this.#going = false;
    });
    on('pause', () => {
      // An engine that waits for data may pause its <video>, which is nobody's wish.
      if (engine.paused) this.#set(false);
    });
    on('playing', () => {
      if (this.#left) this.#settle();
      this.#isMoving = false;
    });
    on('timeupdate', () => {
      if (this.#isMoving) return;
      // Done, and yet the old time was told: some engines have theirs from a worker.
      if (engine.currentTime < this.#time - NEAR) this.#settle();
      this.#time = engine.currentTime;
      if (!this.#isAtLive && !engine.paused && !engine.seeking && this.#isNear) this.#set(true);
    });
  }

  get isAtLive(): boolean {
    return this.#isAtLive;
  }

  /** A seek is under way: where it leads is not known yet. */
  get isMoving(): boolean {
    return this.#isMoving;
  }

  /** Plays what is live now. */
  goLive(): void {
    const engine = this.#engine;
    this.#going = true;
    this.#set(true);
    const point = (engine.liveEdgeStart + endOf(engine.seekable)) / 2;
    if (Number.isFinite(point)) engine.currentTime = point;
    if (engine.paused) engine.play().catch(() => undefined);
  }

  /** The same, for a viewer who has not asked for it: they are told. */
  catchUp(): void {
    this.goLive();
    this.dispatch(new Event('caughtup'));
  }

  /** Not where no edge is known, as long as an engine has let go of all that it had. */
  get #isNear(): boolean {
    const { currentTime, liveEdgeStart } = this.#engine;
    return currentTime >= liveEdgeStart - NEAR;
  }

  #settle(): void {
    const { paused, currentTime } = this.#engine;
    // An engine steps over gaps by itself: forward, which is no leaving.
    const isBack = currentTime < this.#time - NEAR;
    if (!paused) this.#set(this.#going || this.#isNear || (this.#isAtLive && !isBack));
  }

  #set(isAtLive: boolean): void {
    this.#left = !isAtLive;
    if (isAtLive === this.#isAtLive) return;
    this.#isAtLive = isAtLive;
    this.dispatch(new Event('change'));
  }
}
