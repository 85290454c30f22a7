import type { Clock } from '../channels/clock.ts';

export type MediaKind = 'playlists' | 'segments';

/** What goes wrong while a channel is on air, each until a time. */
export class AirFaults {
  readonly #clock: Clock;
  readonly #until = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  set(fault: 'drops' | 'stall' | 'metadata' | MediaKind, seconds: number): void {
    this.#until.set(fault, this.#clock() + seconds * 1000);
  }

  clear(): void {
    this.#until.clear();
  }

  /** Connections break off in the middle of an answer. */
  get drops(): boolean {
    return this.#is('drops');
  }

  /** Texts are accepted and lost. */
  get metadataBlocked(): boolean {
    return this.#is('metadata');
  }

  /** Answered with 404. */
  notFound(kind: MediaKind): boolean {
    return this.#is(kind);
  }

  /** Epoch ms until which nothing new appears in the stream. */
  get stalledUntil(): number {
    return this.#until.get('stall') ?? 0;
  }

  #is(fault: string): boolean {
    return (this.#until.get(fault) ?? 0) > this.#clock();
  }
}
