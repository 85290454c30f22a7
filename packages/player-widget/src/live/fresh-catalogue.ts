import type { LiveEvent, LiveState } from '@vitrine/product-cues';
import { productsNow } from '../commerce/shown-products.ts';
import type { CueIntake } from '../cues/cue-intake.ts';
import type { PlayerStore } from '../store/player-store.ts';

interface FreshCatalogueOptions {
  readonly store: PlayerStore;
  readonly intake: () => Pick<CueIntake, 'state'> | undefined;
  /** Reads the event again, past every cache of the browser. */
  readonly reload: () => Promise<LiveEvent | undefined>;
}

/** A CDN may answer with the old event for some seconds: how often it is read for one reason, and the milliseconds between. */
const TRIES = 3;
const PAUSE = 6_000;

/** Takes in products that are added or changed during a show. Answers to each live.json. */
export function createFreshCatalogue({
  store,
  intake,
  reload,
}: FreshCatalogueOptions): (state: LiveState) => void {
  const tries = new Map<string, number>();
  let readAt = -Infinity;

  return (state) => {
    const reason = reasonToRead(state, store.state);
    if (reason === undefined) return;
    const done = tries.get(reason) ?? 0;
    if (done >= TRIES || (done > 0 && performance.now() - readAt < PAUSE)) return;
    tries.set(reason, done + 1);
    readAt = performance.now();
    void reload().then((fresh) => fresh && take(fresh));
  };

  function take({ products, title, updatedAt }: LiveEvent): void {
    const { event } = store.state;
    // What it can be played as is somebody else's business.
    if (!event || updatedAt < event.updatedAt) return;
    const now = intake();
    store.update({
      event: { ...event, products, title, updatedAt },
      ...(now ? productsNow(now.state, products) : { products }),
    });
  }
}

/** Named, so that each leads to a bounded number of readings; `undefined` where what is known is new enough. */
function reasonToRead(
  { catalogueAt, cue }: LiveState,
  { event, products }: PlayerStore['state'],
): string | undefined {
  if (!event) return undefined;
  if (catalogueAt !== undefined && catalogueAt > event.updatedAt) return catalogueAt;
  const unknown = cue?.show.filter((wanted) => !products.some(({ id }) => id === wanted)) ?? [];
  return unknown.length > 0 ? JSON.stringify(unknown) : undefined;
}
