import type { Product } from '../catalogue/product.ts';
import type { EventStatus } from './event-status.ts';
import type { Playback } from './playback.ts';

/** A shop event: one show, before, on and after the air. Points in time are ISO 8601 UTC. */
export interface LiveEvent {
  readonly id: string;
  /** Unique in the whole service, for readable URLs. */
  readonly slug: string;
  readonly shop: string;
  readonly title: string;
  readonly description?: string;
  readonly status: EventStatus;
  /** ISO 4217. Nothing depends on it: each price has its own. */
  readonly currency: string;
  /** What the event's cues carry as `e`: at most 12 characters. */
  readonly cueKey?: string;
  readonly startsAt?: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly poster?: string;
  /** `null`: there is nothing to play now. */
  readonly playback: Playback | null;
  readonly products: readonly Product[];
  readonly timelineUrl?: string;
  readonly liveStateUrl?: string;
  readonly chatRoom?: string;
  readonly updatedAt: string;
}
