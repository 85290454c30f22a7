import type { LiveEvent, LiveState } from '@vitrine/product-cues';
import { watchLiveState } from './event/watch-live-state.ts';
import { wait } from './internal/wait.ts';
import type { MediaEngine } from './media/media-engine.ts';
import type { OpenSource } from './play-source.ts';
import { INITIAL_STATE, type PlayerStore } from './store/player-store.ts';

interface LiveWatchOptions {
  readonly store: PlayerStore;
  readonly source: () => OpenSource | undefined;
  /** Reads the event again, past every cache of the browser. */
  readonly reload: () => Promise<LiveEvent | undefined>;
  /** The event has turned into something to play. */
  readonly onEvent: (event: LiveEvent) => void;
  readonly onStreamEnded: () => void;
  readonly signal: AbortSignal;
}

const { shown: NOTHING_SHOWN } = INITIAL_STATE;

/** Milliseconds between two looks for an archive that was announced, and how many looks. */
const ARCHIVE_PAUSE = 2_000;
const ARCHIVE_LOOKS = 30;

/** Follows an event that is not archived yet: takes in its side channel, and offers the replay when there is one. */
export class LiveWatch {
  readonly #options: LiveWatchOptions;
  #watching: AbortController | undefined;
  #status: LiveState['status'] | undefined;
  #told = false;

  constructor(options: LiveWatchOptions) {
    this.#options = options;
  }

  follow(event: LiveEvent): void {
    this.#watching?.abort();
    this.#status = event.status;
    this.#told = false;
    if (event.playback?.type === 'archive' || !event.liveStateUrl) return;
    this.#watching = new AbortController();
    const signal = AbortSignal.any([this.#watching.signal, this.#options.signal]);
    void watchLiveState(event.liveStateUrl, { signal, onState: (state) => this.#take(state, signal) });
  }

  /** A live engine that reaches its end, or fails once the event is over, is a stream that has ended. */
  watchEngine(engine: MediaEngine, signal: AbortSignal): void {
    const whenOver = (): void => {
      if (this.#isOver) this.#streamEnded();
    };
    engine.addEventListener('ended', () => this.#streamEnded(), { signal });
    engine.addEventListener('waiting', whenOver, { signal });
    engine.addEventListener('error', ({ detail }) => detail.fatal && whenOver(), { signal });
  }

  get #isOver(): boolean {
    return this.#status === 'ended' || this.#status === 'archived';
  }

  #take(state: LiveState, signal: AbortSignal): void {
    const { store, source } = this.#options;
    source()?.intake.addSideChannel(state);
    const before = this.#status;
    this.#status = state.status;
    // Nothing more can come, and what came has failed or run dry already.
    if (this.#isOver && (store.state.error || store.state.rebuffering)) this.#streamEnded();
    if (state.status === before) return;
    if (state.status === 'archived') void this.#findArchive(signal);
    else if (state.status === 'live' && !source()) void this.#startsNow(signal);
  }

  #streamEnded(): void {
    this.#options.store.update({ streamEnded: true, error: undefined, shown: NOTHING_SHOWN });
    if (!this.#told) this.#options.onStreamEnded();
    this.#told = true;
    this.#moveOn();
  }

  async #startsNow(signal: AbortSignal): Promise<void> {
    const event = await this.#options.reload();
    if (event?.playback && !signal.aborted) this.#options.onEvent(event);
  }

  async #findArchive(signal: AbortSignal): Promise<void> {
    for (let look = 0; look < ARCHIVE_LOOKS && !signal.aborted; look += 1) {
      const event = await this.#options.reload();
      if (signal.aborted) return;
      if (event?.playback?.type === 'archive') {
        this.#options.store.update({ replay: event });
        return this.#moveOn();
      }
      await wait(ARCHIVE_PAUSE, { signal });
    }
  }

  /** Only where nothing is left to watch: who has rewound is offered the replay and stays where they are. */
  #moveOn(): void {
    const { store, source, onEvent } = this.#options;
    const { replay, streamEnded } = store.state;
    if (replay && (streamEnded || !source())) onEvent(replay);
  }
}
