import type { LiveEvent } from '@vitrine/product-cues';
import { goToProduct } from '../../cues/go-to-product.ts';
import { diagnose, type Diagnostics } from '../../diagnose.ts';
import { loadEngine } from '../../engines/choose-engine.ts';
import { loadChunk } from '../../internal/load-chunk.ts';
import { onAbort } from '../../internal/on-abort.ts';
import type { LiveWatch } from '../../live/live-watch.ts';
import type { LivePosition } from '../../media/live-position.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import type { PlaySource } from '../../media/media-source.ts';
import { PlayerError } from '../../media/player-error.ts';
import { playSource, type ChooseEngine, type OpenSource, type PlayOptions } from '../../play-source.ts';
import type { PlayerState } from '../../store/player-store.ts';
import { until } from '../../store/until.ts';
import { keepFocus } from './keep-focus.ts';
import type { RunOptions } from './player-run.ts';
import { tellChanges } from './tell-changes.ts';
import { tell } from './tell.ts';
import { whenWanted } from './when-wanted.ts';

interface WatchOptions extends RunOptions {
  readonly reload: () => Promise<LiveEvent | undefined>;
  readonly onEvent: (event: LiveEvent) => void;
  readonly signal: AbortSignal;
}

/** All that watching takes and that nobody needs before: a chunk of its own, fetched beside the engine. */
export class EventWatch {
  readonly #options: WatchOptions;
  #live: Promise<LiveWatch> | undefined;
  #source: OpenSource | undefined;
  /** Seconds at which an archive failed, and begins again. */
  #failedAt: number | undefined;

  constructor(options: WatchOptions) {
    const { host, store, signal } = options;
    this.#options = options;
    tellChanges(host, store, signal);
    keepFocus(host, store, signal);
    let stoppedFor: PlayerError | undefined;
    const stop = ({ error, engine }: PlayerState): void => {
      const isNew = error !== stoppedFor;
      stoppedFor = error;
      // Once: what is paused here is no viewer's pause.
      if (error && engine && isNew) this.#stop(engine);
    };
    store.subscribe(stop, { signal });
  }

  /** The event as it is now: reads its live.json for as long as it is not archived. */
  async follow(event: LiveEvent): Promise<void> {
    // Nothing more becomes of an archive that was one from the beginning.
    if (!this.#live && event.playback?.type === 'archive') return;
    (await this.#needLive()).follow(event);
  }

  async open(
    source: PlaySource,
    event: LiveEvent,
    signal: AbortSignal,
    choose: ChooseEngine = this.#engineFor(source, signal),
  ): Promise<MediaEngine> {
    const startTime = this.#beginning(event, signal);
    const watching = source.type === 'live' ? this.#needLive() : undefined;
    // Fetched beside the engine, and here before the engine can say anything that has to be heard.
    const chooseWatched: ChooseEngine = (after) =>
      Promise.all([choose(after), watching]).then(([engine]) => engine);
    const opened = await playSource(source, event, chooseWatched, { ...this.#options, startTime, signal });
    const live = await watching;
    const { engine } = opened;
    this.#source = opened;
    onAbort(signal, () => (this.#source = undefined));
    const position = live?.watchEngine(engine, signal);
    tell(this.#options.host, 'vitrine-ready', { engine: engine.name });
    void this.#addControls(opened, event, position, signal);
    return engine;
  }

  #engineFor(source: PlaySource, signal: AbortSignal): ChooseEngine {
    const { base, attributes } = this.#options;
    const ivsAssets = new URL(attributes.ivsAssets?.replace(/\/?$/, '/') ?? 'ivs/', base);
    return (after) => loadEngine(source, { ivsAssets, base, signal, after });
  }

  /** What to do where it does not play is asked for then: few need it. */
  async play(engine: MediaEngine): Promise<void> {
    await engine.play().catch((cause: unknown) =>
      loadChunk(() => import('./not-playing.ts')).then(
        ({ notPlaying }) => notPlaying(engine, cause, this.#options),
        // The play button is what is left.
        () => this.#options.store.update({ wanted: false }),
      ),
    );
  }

  diagnose(): Diagnostics | undefined {
    return this.#source && diagnose(this.#source.engine, this.#source.intake);
  }

  /** Goes to where a product is first shown; false where that is not known. */
  seekToProduct(id: string): boolean {
    return !!this.#source && goToProduct(this.#source.engine, this.#source.intake.timeline, id);
  }

  #needLive(): Promise<LiveWatch> {
    this.#live ??= loadChunk(() => import('../../live/live-watch.ts')).then(
      ({ LiveWatch }) =>
        new LiveWatch({
          ...this.#options,
          source: () => this.#source,
          onStreamEnded: () => tell(this.#options.host, 'vitrine-stream-ended', null),
        }),
      (cause: unknown) => {
        // Asked for again with the next attempt to play.
        this.#live = undefined;
        throw cause;
      },
    );
    return this.#live;
  }

  /** After a fatal error there may be seconds left to play: not behind the screen that tells of it. */
  #stop(engine: MediaEngine): void {
    const { store } = this.#options;
    if (engine.streamType === 'on-demand') {
      this.#failedAt = engine.currentTime;
      // Who had paused is not played to when it can go on.
      if (engine.paused && store.state.hasPicture) store.update({ wanted: false });
    }
    engine.pause();
  }

  /** Where an archive begins. Most pages say nothing of it; what finds out is fetched where something does. */
  #beginning(event: LiveEvent, signal: AbortSignal): PlayOptions['startTime'] {
    const { host, attributes } = this.#options;
    const { startTime } = attributes;
    const asks = startTime || host.hasAttribute('resume') || /[#&](t|product)=/.test(location.hash);
    if (this.#failedAt !== undefined || !asks) return this.#failedAt ?? startTime;
    const chunk = loadChunk(() => import('./moments/moments.ts')).catch(() => undefined);
    return async (engine, timeline) =>
      (await chunk)?.beginning({ ...this.#options, engine, event, signal }, timeline, startTime) ?? startTime;
  }

  async #addControls(
    { engine, intake, underWay }: OpenSource,
    event: LiveEvent,
    position: LivePosition | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const { host, store, onProblem } = this.#options;
    const watched = until(store, ({ hasPicture, wanted }) => hasPicture && wanted, { signal });
    const picture = watched.then(() => underWay);
    const onFailure = (cause: unknown): void =>
      onProblem(new PlayerError('SHELL_NOT_LOADED', String(cause), { cause }));
    const chunk = await whenWanted(host, () => import('./with-picture.ts'), { picture, onFailure, signal });
    chunk?.comeWithPicture({ ...this.#options, engine, event, intake, position, signal });
  }
}
