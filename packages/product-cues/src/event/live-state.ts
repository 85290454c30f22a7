import { productCue, type ProductCue } from '../cue/product-cue.ts';
import { attempt, number, orElse, type Read, text, version1 } from '../internal/check.ts';
import { readable, shape } from '../internal/check-shapes.ts';
import { type EventStatus, knownStatus } from './event-status.ts';

/** A cue that went into the stream. */
export interface SentCue {
  readonly cue: ProductCue;
  /** Epoch ms at which PutMetadata answered for it. */
  readonly programTime: number;
}

/** live.json: what is on air now. */
export interface LiveState {
  readonly status: EventStatus;
  readonly cue: ProductCue | null;
  /** Epoch ms at which PutMetadata answered for the cue; `null` when it was not broadcast. */
  readonly programTime: number | null;
  /** What was on air shortly before, by `n`: two highlights may fall between two readings. */
  readonly recent?: readonly SentCue[];
  /** When the shop last changed the event or one of its products: who has read it earlier reads it again. */
  readonly catalogueAt?: string;
  readonly updatedAt: string;
}

const liveState = shape({
  vitrine: version1,
  // This file is asked for only while an event is on: a status newer than this code shall not end that.
  status: orElse(knownStatus, 'live'),
  cue: orElse(productCue, null),
  programTime: orElse(number, null),
  recent: orElse(readable(shape({ cue: productCue, programTime: number })), undefined),
  catalogueAt: orElse(text, undefined),
  updatedAt: text,
});

/** Reads live.json. A cue that cannot be read is `null`, so that the status still arrives. */
export function readLiveState(json: unknown): Read<LiveState> {
  return attempt(liveState, json, 'live.json');
}
