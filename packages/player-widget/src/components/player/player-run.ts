import type { LiveEvent } from '@vitrine/product-cues';
import { loadEvent } from '../../event/event-client.ts';
import { eventSource } from '../../event/event-source.ts';
import { speak } from '../../internal/language.ts';
import { loadChunk } from '../../internal/load-chunk.ts';
import { savesData } from '../../internal/saves-data.ts';
import { whenVisible } from '../../internal/when-visible.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import { PlayerError } from '../../media/player-error.ts';
import { INITIAL_STATE, type PlayerStore } from '../../store/player-store.ts';
import type { PlayerAttributes } from './attributes.ts';
import type { EventWatch } from './event-watch.ts';
import { needOverlay } from './lazy-components.ts';

export interface RunOptions {
  readonly attributes: PlayerAttributes;
  readonly host: HTMLElement;
  readonly video: HTMLVideoElement;
  /** Where the controls go. */
  readonly layer: HTMLElement;
  readonly store: PlayerStore;
  /** Where our chunks lie. */
  readonly base: URL;
  readonly onProblem: (error: PlayerError) => void;
}

/** From attributes that are known until they change or the element goes: which event, and what to load when. */
export class PlayerRun {
  readonly #options: RunOptions;
  readonly #life = new AbortController();
  #closing = new AbortController();
  #event: Promise<LiveEvent | undefined> | undefined;
  #engine: Promise<MediaEngine | undefined> | undefined;
  #watching: Promise<EventWatch> | undefined;
  /** Paused since play was asked for, which may be before there is anything that could have been paused. */
  #isHeld = false;
  /** Once its chunk is there. */
  watch: EventWatch | undefined;

  constructor(options: RunOptions) {
    this.#options = options;
  }

  start(autoplay: boolean): void {
    const { attributes, host } = this.#options;
    const { signal } = this.#life;
    // A tab that nobody has looked at yet waits until somebody does.
    if (document.hidden) {
      const again = (): void => this.start(autoplay);
      document.addEventListener('visibilitychange', again, { once: true, signal });
      return;
    }
    const isSparing = savesData();
    const plays = autoplay && !isSparing;
    const load = (): void => {
      if (plays) return void this.play();
      speak();
      if (attributes.preload === 'auto' && !isSparing) void this.#open();
      else if (autoplay || attributes.preload !== 'none') void this.#load();
    };
    // In a part of the page that is not displayed it waits until that is, also where it plays by itself.
    if (plays && host.checkVisibility()) load();
    else whenVisible(host, load, { signal });
  }

  /** Resolves when playing has begun, or when it is clear that it does not begin now. */
  async play(): Promise<void> {
    const { store } = this.#options;
    if (store.state.error) this.#restart();
    this.#isHeld = false;
    store.update({ wanted: true });
    const engine = await this.#open();
    if (!engine || !store.state.wanted || this.#isHeld) return;
    await this.watch?.play(engine);
  }

  pause(): void {
    const { engine, stopped, error } = this.#options.store.state;
    this.#isHeld = true;
    engine?.pause();
    // With nothing there that plays, it is the wish that is taken back.
    if (!engine || stopped || error) this.#options.store.update({ wanted: false });
  }

  /** After an error: everything once more. */
  #restart(): void {
    this.#close();
    this.#event = undefined;
    if (!this.watch) this.#watching = undefined;
  }

  watchReplay(): void {
    const { replay } = this.#options.store.state;
    if (!replay) return;
    this.#options.store.update({ wanted: true });
    this.#switchTo(replay);
  }

  end(): void {
    this.#life.abort();
    this.#closing.abort();
  }

  #load(): Promise<LiveEvent | undefined> {
    this.#event ??= this.#loadEvent().then((event) => {
      if (event) this.#take(event);
      return event;
    });
    return this.#event;
  }

  async #loadEvent(cache: RequestCache = 'default'): Promise<LiveEvent | undefined> {
    const { attributes, onProblem } = this.#options;
    const { signal } = this.#life;
    try {
      const event = await loadEvent(attributes, { signal, cache, onProblem });
      signal.throwIfAborted();
      return event;
    } catch (error) {
      // Read again, it may fail: the event that is known stays.
      if (!signal.aborted && cache === 'default') this.#fail(error);
      return undefined;
    }
  }

  #take(event: LiveEvent): void {
    this.#options.store.update({ event, products: event.products });
    if (this.watch || event.playback?.type !== 'archive')
      this.#watch()
        .then((watch) => watch.follow(event))
        .catch(this.#fail);
  }

  #watch(): Promise<EventWatch> {
    this.#watching ??= loadChunk(() => import('./event-watch.ts')).then(
      ({ EventWatch }) =>
        (this.watch = new EventWatch({
          ...this.#options,
          reload: () => this.#loadEvent('no-cache'),
          onEvent: (event) => this.#switchTo(event),
          signal: this.#life.signal,
        })),
    );
    return this.#watching;
  }

  #open(): Promise<MediaEngine | undefined> {
    this.#engine ??= this.#openEvent(this.#closing.signal);
    speak();
    return this.#engine;
  }

  async #openEvent(signal: AbortSignal): Promise<MediaEngine | undefined> {
    const loading = this.#load();
    const watching = this.#watch();
    // Told below; but it may fail while the event is still on its way, or have nothing to play.
    watching.catch(() => undefined);
    try {
      const event = await loading;
      const source = event && eventSource(event);
      if (!event || typeof source !== 'object') {
        // Asked again when the event has something to play.
        if (!signal.aborted) this.#engine = undefined;
        return undefined;
      }
      const watch = await watching;
      const opening = watch.open(source, event, signal);
      // Behind what it asks for: products come with the picture, or with their times.
      needOverlay(this.#options.onProblem);
      return await opening;
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
      return undefined;
    }
  }

  /** Another state of the event: from waiting to live, from live to its replay. */
  #switchTo(event: LiveEvent): void {
    this.#close();
    this.#event = Promise.resolve(event);
    this.#take(event);
    if (this.#options.store.state.wanted) void this.play();
  }

  #close(): void {
    this.#closing.abort();
    this.#closing = new AbortController();
    this.#engine = undefined;
    const { event, products, wanted } = this.#options.store.state;
    this.#options.store.update({ ...INITIAL_STATE, event, products, wanted });
  }

  readonly #fail = (cause: unknown): void => {
    this.#options.onProblem(
      cause instanceof PlayerError ? cause : new PlayerError('ENGINE_NOT_LOADED', undefined, { cause }),
    );
  };
}
