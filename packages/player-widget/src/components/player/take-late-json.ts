import type { LiveEvent, Timeline } from '@vitrine/product-cues';
import { productsNow } from '../../commerce/shown-products.ts';
import type { CueIntake } from '../../cues/cue-intake.ts';
import { keepAsking } from '../../internal/keep-asking.ts';
import { loadChunk } from '../../internal/load-chunk.ts';
import { loadTimeline } from '../../play-source.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import type { PlayerAttributes } from './attributes.ts';

/** Seconds before the first attempt. */
const FIRST = 4;

interface LateOptions {
  readonly attributes: PlayerAttributes;
  readonly event: LiveEvent;
  readonly intake: CueIntake;
  readonly store: PlayerStore;
  readonly signal: AbortSignal;
}

/**
 * What did not come with the event: the video plays without, by the cues in it, and takes it in once it is there.
 *
 * @returns resolves when the times of products are there
 */
export function takeLateJson({ attributes, event, intake, store, signal }: LateOptions): Promise<unknown> {
  const { timelineUrl } = event;
  if (attributes.catalogue) void takeCatalogue({ event, intake, store, signal });
  if (!timelineUrl || intake.hasLoaded) return Promise.resolve();
  return keepAsking(() => takeTimeline(intake, timelineUrl, signal), { signal, first: FIRST });
}

async function takeCatalogue({
  event,
  intake,
  store,
  signal,
}: Omit<LateOptions, 'attributes'>): Promise<void> {
  // It is here already: it has read the event.
  const files = await loadChunk(() => import('../../event/own-files.ts')).catch(() => undefined);
  const url = files?.missedCatalogue(event);
  if (!files || url === undefined) return;
  const ask = { signal, onProblem: () => undefined };
  const products = await keepAsking(() => files.loadCatalogue(url, ask), { signal, first: FIRST });
  if (!products || signal.aborted) return;
  const known = store.state.event ?? event;
  store.update({ event: { ...known, products }, ...productsNow(intake.state, products) });
}

/** @returns what is there now; a failure was told when it was asked for first */
async function takeTimeline(
  intake: CueIntake,
  url: string,
  signal: AbortSignal,
): Promise<Timeline | undefined> {
  if (intake.hasLoaded) return intake.timeline;
  const timeline = await loadTimeline(url, { signal, onProblem: () => undefined });
  if (timeline) intake.takeTimeline(timeline);
  return timeline;
}
