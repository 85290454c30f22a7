import { readTimeline, type LiveEvent, type Timeline } from '@vitrine/product-cues';
import { productsNow } from './commerce/shown-products.ts';
import { createCueIntake, type CueIntake } from './cues/cue-intake.ts';
import { whenPictured } from './first-picture.ts';
import { fetchJson } from './internal/fetch-json.ts';
import { intoPicture } from './internal/into-picture.ts';
import { onAbort } from './internal/on-abort.ts';
import type { HandOver } from './media/hand-over.ts';
import type { MediaEngine } from './media/media-engine.ts';
import type { PlaySource } from './media/media-source.ts';
import { PlayerError } from './media/player-error.ts';
import { canStart } from './starter/can-start.ts';
import { playStarter } from './starter/play-starter.ts';
import type { PlayerStore } from './store/player-store.ts';
import { until } from './store/until.ts';
import { whenAhead } from './when-ahead.ts';

/** How much a starter brings, at the least: with more in the buffer the engine is on its own feet. */
const STARTER_SECONDS = 2;

export interface PlayOptions {
  readonly video: HTMLVideoElement;
  readonly store: PlayerStore;
  /** Seconds at which an archive begins; where that takes time to find out, asked once it is open. */
  readonly startTime:
    number | ((engine: MediaEngine, timeline: Promise<Timeline | undefined> | undefined) => Promise<number>);
  /** Told of every failure; what is fatal ends playback. */
  readonly onProblem: (error: PlayerError) => void;
  /** Closes the source: engine, cues and everything that listens to them. */
  readonly signal: AbortSignal;
}

/** Loads the engine for a source: what is large of it after something else. */
export type ChooseEngine = (after: Promise<unknown> | undefined) => Promise<MediaEngine>;

/** A source that is open: what drives it, and where its cues come together. */
export interface OpenSource {
  readonly engine: MediaEngine;
  readonly intake: CueIntake;
  /** Resolves once nothing is on its way any more that the picture could stop for. */
  readonly underWay: Promise<void>;
}

/**
 * The story of a source from open to close: its engine attached, its products placed, its first picture awaited; ended
 * by the signal. Nothing here asks whether it is live or an archive.
 */
export async function playSource(
  source: PlaySource,
  event: LiveEvent,
  choose: ChooseEngine,
  options: PlayOptions,
): Promise<OpenSource> {
  const { video, store, signal } = options;
  const handOver = startAtOnce(source, options);
  // Fetched beside the engine, which does not wait for it.
  const timeline = event.timelineUrl ? loadTimeline(event.timelineUrl, options) : undefined;
  const engine = await choose(handOver?.pictured);
  onAbort(signal, () => void engine.destroy());
  signal.throwIfAborted();

  engine.attach(video, { signal });
  followEngine(engine, options);
  const opened = until(store, (state) => state.engine === engine, { signal });
  const intake = createCueIntake({
    engine,
    ...(event.cueKey ? { cueKey: event.cueKey } : {}),
    // Products are told with their times, and only the engine has those.
    timeline: timeline && Promise.all([timeline, opened]).then(([loaded]) => loaded),
    signal,
    // The catalogue may have been read again since.
    onState: (state) => store.update(productsNow(state, (store.state.event ?? event).products)),
  });

  const before = video.playbackRate;
  await engine.load(source, { handOver, clock: timeline?.then((loaded) => loaded?.clock ?? []) });
  // Until now the video alone was told what is wanted; loading puts the rate back.
  const { muted, volume, playbackRate } = video;
  Object.assign(engine, { muted, volume, playbackRate: playbackRate === 1 ? before : playbackRate });
  const { startTime } = options;
  const begin = typeof startTime === 'number' ? startTime : await startTime(engine, timeline);
  signal.throwIfAborted();
  if (begin > 0 && source.type === 'archive') engine.currentTime = intoPicture(begin);
  store.update({ engine, intake });
  const underWay = handOver ? whenAhead(engine, STARTER_SECONDS, options) : Promise.resolve();
  return { engine, intake, underWay };
}

/** Where an archive is wanted from its beginning, that is on screen before its engine is here. */
function startAtOnce(
  source: PlaySource,
  { video, store, startTime, signal }: PlayOptions,
): HandOver | undefined {
  if (source.type !== 'archive' || !source.starter || !source.duration) return undefined;
  const fromStart = startTime === 0 && video.currentTime === 0;
  if (!store.state.wanted || !fromStart || !canStart(source.starter)) return undefined;
  return playStarter(video, source.starter, { duration: source.duration, signal });
}

/** Never rejects: without its times an archive still plays, and the cues in its segments speak. */
export async function loadTimeline(
  url: string,
  options: Pick<PlayOptions, 'signal' | 'onProblem'>,
): Promise<Timeline | undefined> {
  const answer = await fetchJson(url, options).catch(() => undefined);
  if (!answer) return undefined;
  const timeline = answer.ok ? readTimeline(answer.json) : undefined;
  if (timeline?.ok) return timeline.value;
  options.onProblem(new PlayerError('TIMELINE_NOT_LOADED', answer.ok ? timeline?.problem : answer.problem));
  return undefined;
}

/** What the engine reports goes into the store, and nowhere else. */
function followEngine(engine: MediaEngine, { store, video, signal, onProblem }: PlayOptions): void {
  for (const type of ['waiting', 'playing', 'pause'] as const)
    engine.addEventListener(type, () => store.update({ rebuffering: type === 'waiting' && !engine.paused }), {
      signal,
    });
  engine.addEventListener('error', ({ detail }) => onProblem(detail), { signal });
  whenPictured(video, engine, () => store.update({ hasPicture: true }), { signal });
}
