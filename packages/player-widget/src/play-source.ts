import { readTimeline, type LiveEvent, type Timeline } from '@vitrine/product-cues';
import { productsNow } from './commerce/shown-products.ts';
import { createCueIntake, type CueIntake } from './cues/cue-intake.ts';
import { whenPictured } from './first-picture.ts';
import { fetchJson } from './internal/fetch-json.ts';
import { intoPicture } from './internal/into-picture.ts';
import { onAbort } from './internal/on-abort.ts';
import type { MediaEngine } from './media/media-engine.ts';
import type { PlaySource } from './media/media-source.ts';
import { PlayerError } from './media/player-error.ts';
import type { PlayerStore } from './store/player-store.ts';

export interface PlayOptions {
  readonly video: HTMLVideoElement;
  readonly store: PlayerStore;
  /** Seconds at which an archive begins; asked once it is open, while its timeline may still be on its way. */
  readonly startTime: (
    engine: MediaEngine,
    timeline: Promise<Timeline | undefined> | undefined,
  ) => number | Promise<number>;
  /** Told of every failure; what is fatal ends playback. */
  readonly onProblem: (error: PlayerError) => void;
  /** Closes the source: engine, cues and everything that listens to them. */
  readonly signal: AbortSignal;
}

/** A source that is open: what drives it, and where its cues come together. */
export interface OpenSource {
  readonly engine: MediaEngine;
  readonly intake: CueIntake;
}

/**
 * The story of a source from open to close: its engine attached, its products placed, its first picture awaited; ended
 * by the signal. Nothing here asks whether it is live or an archive.
 */
export async function playSource(
  source: PlaySource,
  event: LiveEvent,
  chosen: Promise<MediaEngine>,
  options: PlayOptions,
): Promise<OpenSource> {
  const { video, store, signal } = options;
  // Fetched beside the engine, which does not wait for it.
  const timeline = event.timelineUrl ? loadTimeline(event.timelineUrl, options) : undefined;
  const engine = await chosen;
  onAbort(signal, () => void engine.destroy());
  signal.throwIfAborted();

  engine.attach(video, { signal });
  followEngine(engine, options);
  const intake = createCueIntake({
    engine,
    ...(event.cueKey ? { cueKey: event.cueKey } : {}),
    ...(timeline ? { timeline } : {}),
    signal,
    // The catalogue may have been read again since.
    onState: (state) => store.update(productsNow(state, (store.state.event ?? event).products)),
  });

  // What was asked for while the video stood alone; loading puts the rate back.
  const { muted, volume, playbackRate } = video;
  await engine.load(source);
  Object.assign(engine, { muted, volume, playbackRate });
  const startTime = source.type === 'archive' ? await options.startTime(engine, timeline) : 0;
  signal.throwIfAborted();
  if (startTime > 0) engine.currentTime = intoPicture(startTime);
  store.update({ engine, intake });
  return { engine, intake };
}

/** Never rejects: without its times an archive still plays, and the cues in its segments speak. */
async function loadTimeline(url: string, options: PlayOptions): Promise<Timeline | undefined> {
  const answer = await fetchJson(url, options).catch(() => undefined);
  if (!answer) return undefined;
  const timeline = answer.ok ? readTimeline(answer.json) : undefined;
  if (timeline?.ok) return timeline.value;
  options.onProblem(new PlayerError('TIMELINE_NOT_LOADED', answer.ok ? timeline?.problem : answer.problem));
  return undefined;
}

/** What the engine reports goes into the store, and nowhere else. */
function followEngine(engine: MediaEngine, { store, video, signal, onProblem }: PlayOptions): void {
  engine.addEventListener('waiting', () => store.update({ rebuffering: !engine.paused }), { signal });
  engine.addEventListener('playing', () => store.update({ rebuffering: false }), { signal });
  engine.addEventListener('pause', () => store.update({ rebuffering: false }), { signal });
  engine.addEventListener('error', ({ detail }) => onProblem(detail), { signal });
  whenPictured(video, engine, () => store.update({ hasPicture: true }), { signal });
}
