import { productCue, type ProductCue } from '../cue/product-cue.ts';
import { attempt, number, orElse, type Read, text, version1 } from '../internal/check.ts';
import { shape } from '../internal/check-shapes.ts';
import { type EventStatus, knownStatus } from './event-status.ts';

/** live.json: what is on air now. */
export interface LiveState {
  readonly status: EventStatus;
  readonly cue: ProductCue | null;
  /** Epoch ms at which PutMetadata answered for the cue; `null` when it was not broadcast. */
  readonly programTime: number | null;
  readonly updatedAt: string;
}

const liveState = shape({
  vitrine: version1,
  // This file is asked for only while an event is on: a status newer than this code shall not end that.
  status: orElse(knownStatus, 'live'),
  cue: orElse(productCue, null),
  programTime: orElse(number, null),
  updatedAt: text,
});

/** Reads live.json. A cue that cannot be read is `null`, so that the status still arrives. */
export function readLiveState(json: unknown): Read<LiveState> {
  return attempt(liveState, json, 'live.json');
}
