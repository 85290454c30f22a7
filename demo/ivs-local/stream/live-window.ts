import type { Segment } from './segment.ts';

/** The segments that viewers can have now: those in the playlist, and as many again for who is a little behind. */
export class LiveWindow {
  readonly #size: number;
  #segments: Segment[] = [];
  #firstListed = 0;
  #discontinuitySequence = 0;
  #ended = false;

  /** @param size segments in the playlist */
  constructor(size: number) {
    this.#size = size;
  }

  add(segment: Segment): void {
    this.#segments.push(segment);
    this.#firstListed = Math.max(0, segment.sequence + 1 - this.#size);
    const kept = this.#segments.filter(({ sequence }) => sequence >= this.#firstListed - this.#size);
    this.#segments = kept;
    const leaving = kept.find(({ sequence }) => sequence === this.#firstListed - 1);
    // A discontinuity counts from the moment at which its own tag has left the playlist.
    if (this.#firstListed > 0 && leaving?.discontinuity === true) this.#discontinuitySequence += 1;
  }

  end(): void {
    this.#ended = true;
  }

  get ended(): boolean {
    return this.#ended;
  }

  get listed(): readonly Segment[] {
    return this.#segments.filter(({ sequence }) => sequence >= this.#firstListed);
  }

  get discontinuitySequence(): number {
    return this.#discontinuitySequence;
  }

  find(sequence: number): Segment | undefined {
    return this.#segments.find((segment) => segment.sequence === sequence);
  }
}
