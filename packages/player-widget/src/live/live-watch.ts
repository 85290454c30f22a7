import type { LiveEvent, LiveState } from '@vitrine/product-cues';
import { eventSource } from '../event/event-source.ts';
import { whenOnAir } from '../event/when-on-air.ts';
import { watchLiveState } from '../event/watch-live-state.ts';
import { LivePosition } from '../media/live-position.ts';
import { wait } from '../internal/wait.ts';
import type { MediaEngine } from '../media/media-engine.ts';
import type { PlayerError } from '../media/player-error.ts';
import type { OpenSource } from '../play-source.ts';
import { INITIAL_STATE, type PlayerState, type PlayerStore } from '../store/player-store.ts';
import { findArchive } from './find-archive.ts';
import { keepUp } from './keep-up.ts';
import { createFreshCatalogue } from './fresh-catalogue.ts';
import { whenStandingStill } from './when-standing-still.ts';

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

/** Milliseconds within which a stream that is opened again shows something. */
const PICTURE_WITHIN = 8_000;

/** Seconds that a stream plays before it counts as one without a clock: an engine whose time begins at 0 learns it from the first segment. */
const WITHOUT_CLOCK = 1;

const { shown: NOTHING } = INITIAL_STATE;

/**
 * Follows an event that is not archived yet: takes in its side channel, opens a stream again that was interrupted, and offers the replay when
 * there is one.
 */
export class LiveWatch {
  readonly #options: LiveWatchOptions;
  readonly #freshen: (state: LiveState) => void;
  #watching: AbortController | undefined;
  #looking: AbortController | undefined;
  /** How often in a row the stream was opened again without a picture. */
  #attempts = 0;
  #status: LiveState['status'] | undefined;
  /** As live.json was read last: what is opened later begins with it. */
  #state: LiveState | undefined;
  #told = false;
  #event: LiveEvent | undefined;
  #starting = false;

  constructor(options: LiveWatchOptions) {
    const { store, source, reload, signal } = options;
    this.#options = options;
    this.#freshen = createFreshCatalogue({ store, intake: () => source()?.intake, reload });
    store.subscribe(
      ({ error, hasPicture, stopped }) => {
        if (error && this.#isInterruption(error, hasPicture || !!stopped)) this.#stopped();
        else this.#goesOn();
      },
      { signal },
    );
  }

  follow(event: LiveEvent): void {
    this.#watching?.abort();
    this.#looking = undefined;
    // What was on air is on air still when a stream is opened again.
    if (event.id !== this.#event?.id) this.#state = undefined;
    this.#event = event;
    this.#status = event.status;
    this.#told = false;
    if (event.playback?.type === 'archive' || !event.liveStateUrl) return;
    this.#watching = new AbortController();
    const signal = AbortSignal.any([this.#watching.signal, this.#options.signal]);
    void watchLiveState(event.liveStateUrl, { signal, onState: (state) => this.#take(state, signal) });
  }

  /** A live engine that reaches its end, or fails once the event is over, is a stream that has ended; while the event is on air it is one that was interrupted. */
  watchEngine(engine: MediaEngine, signal: AbortSignal): LivePosition {
    const whenOver = (): void => {
      if (this.#isOver) this.#streamEnded();
    };
    if (this.#state) this.#options.source()?.intake.addSideChannel(this.#state);
    engine.addEventListener('ended', () => this.#stopped(), { signal });
    engine.addEventListener('waiting', whenOver, { signal });
    engine.addEventListener('error', ({ detail }) => detail.fatal && whenOver(), { signal });
    for (const type of ['clockchange', 'timeupdate'] as const)
      engine.addEventListener(type, () => this.#goesOn(), { signal });
    const whenStill = (): void => {
      if (this.#watching && !this.#isOver && this.#options.store.state.wanted) this.#stopped();
    };
    whenStandingStill(engine, whenStill, { signal });
    const position = new LivePosition(engine, { signal });
    keepUp(engine, position, { signal });
    return position;
  }

  /** No product is on screen, and the offers of the moment are over. */
  get #nothing(): Pick<PlayerState, 'error' | 'shown' | 'products'> {
    const { event } = this.#options.store.state;
    return { error: undefined, shown: NOTHING, products: event?.products ?? [] };
  }

  get #isOver(): boolean {
    return this.#status === 'ended' || this.#status === 'archived';
  }

  #take(state: LiveState, signal: AbortSignal): void {
    const { store, source } = this.#options;
    source()?.intake.addSideChannel(state);
    this.#freshen(state);
    this.#state = state;
    const before = this.#status;
    this.#status = state.status;
    const { error, rebuffering, stopped } = store.state;
    // Nothing more can come, and what came has failed or run dry already.
    if (this.#isOver && (error || rebuffering || stopped)) this.#streamEnded();
    if (state.status === 'archived' && before !== 'archived') void this.#findArchive(signal);
    else if (state.status === 'live' && this.#mayStart) void this.#startsNow(signal);
  }

  /** There was nothing to play, or no more: an encoder that was away may have ended the show for a while. */
  get #mayStart(): boolean {
    return this.#told || (!!this.#event && typeof eventSource(this.#event) === 'string');
  }

  #stopped(): void {
    // Without a side channel nobody says that it goes on.
    if (this.#isOver || !this.#watching) return this.#streamEnded();
    if (this.#looking) return;
    this.#looking = new AbortController();
    this.#options.store.update({ stopped: 'interrupted', ...this.#nothing });
    void this.#goOn(AbortSignal.any([this.#looking.signal, this.#watching.signal, this.#options.signal]));
  }

  async #goOn(signal: AbortSignal): Promise<void> {
    const { reload, onEvent, store } = this.#options;
    const event = await whenOnAir(reload, { signal, attempts: this.#attempts });
    if (!event || signal.aborted) return;
    this.#attempts += 1;
    onEvent(event);
    store.update({ stopped: 'interrupted' });
    void this.#expectPicture();
  }

  /**
   * After an interruption its face stays until there is a picture of which one can know what belongs to it; and no longer
   * than anybody waits for one.
   */
  #goesOn(): void {
    const { store } = this.#options;
    const { stopped, wanted, hasPicture, engine } = store.state;
    if (stopped !== 'interrupted' || this.#looking) return;
    if (wanted && !(hasPicture && isPlaced(engine))) return;
    this.#attempts = 0;
    store.update({ stopped: undefined });
  }

  /** Opened again while files are still missing, the IVS player may wait for ever and say nothing. */
  async #expectPicture(): Promise<void> {
    const { store, signal } = this.#options;
    const attempt = this.#attempts;
    await wait(PICTURE_WITHIN, { signal });
    const { stopped, hasPicture, wanted, engine } = store.state;
    // A picture alone may be all that it had.
    const hasBegun = hasPicture && engine?.currentTime;
    const inVain = wanted && !hasBegun && stopped === 'interrupted' && attempt === this.#attempts;
    if (inVain && !signal.aborted) this.#stopped();
  }

  #streamEnded(): void {
    this.#looking?.abort();
    this.#looking = undefined;
    if (this.#told) return this.#moveOn();
    this.#told = true;
    this.#options.store.update({ stopped: 'ended', ...this.#nothing });
    this.#options.onStreamEnded();
    this.#moveOn();
  }

  async #startsNow(signal: AbortSignal): Promise<void> {
    if (this.#starting) return;
    this.#starting = true;
    const event = await this.#options.reload();
    this.#starting = false;
    if (event && typeof eventSource(event) === 'object' && !signal.aborted) this.#options.onEvent(event);
  }

  async #findArchive(signal: AbortSignal): Promise<void> {
    const replay = await findArchive(this.#options.reload, { signal });
    if (!replay) return;
    this.#options.store.update({ replay });
    this.#moveOn();
  }

  /** Only where nothing is left to watch: who has rewound is offered the replay and stays where they are. */
  #moveOn(): void {
    const { store, source, onEvent } = this.#options;
    const { replay, stopped } = store.state;
    if (replay && (stopped === 'ended' || !source())) onEvent(replay);
  }

  /**
   * The stream is off air, or out of reach for somebody who had it on screen: neither is the viewer's business to retry where
   * somebody says how the event goes on.
   */
  #isInterruption({ code }: PlayerError, hasWatched: boolean): boolean {
    if (this.#watching) return code === 'STREAM_OFFLINE' || (code === 'NETWORK' && hasWatched);
    // A channel that has gone off air while one watched.
    return code === 'STREAM_OFFLINE' && hasWatched;
  }
}

/** Whether the clock of the picture on screen is known, and with it what belongs to the picture; a stream without one plays all the same. */
function isPlaced(engine: MediaEngine | undefined): boolean {
  return (
    !engine || engine.currentTime > WITHOUT_CLOCK || engine.programTime(engine.pictureTime) !== undefined
  );
}
