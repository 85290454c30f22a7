// Nothing here runs. It fails to compile where a schema and the type of the same name stop meaning the same.
import type { Product } from '../catalogue/product.ts';
import type { ProductCue } from '../cue/product-cue.ts';
import type { LiveEvent } from '../event/live-event.ts';
import type { LiveState } from '../event/live-state.ts';
import type { TimelineJson } from '../timeline/timeline.ts';
import type { PRODUCT_CUE_SCHEMA } from './cue-schema.ts';
import type { LIVE_EVENT_SCHEMA } from './event-schema.ts';
import type { FromSchema } from './from-schema.ts';
import type { LIVE_STATE_SCHEMA } from './live-state-schema.ts';
import type { PRODUCT_SCHEMA } from './product-schema.ts';
import type { TIMELINE_SCHEMA } from './timeline-schema.ts';

interface Versioned {
  readonly vitrine: 1;
}

/** Identical, optional fields and `readonly` included; that each fits the other would let a missing optional field by. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = { readonly [Key in keyof T]: T[Key] };
type All<Checks extends readonly true[]> = Checks;

export type TypesAgree = All<
  [
    Same<FromSchema<typeof PRODUCT_CUE_SCHEMA>, Flat<ProductCue & Versioned>>,
    Same<FromSchema<typeof PRODUCT_SCHEMA>, Product>,
    Same<FromSchema<typeof LIVE_EVENT_SCHEMA>, LiveEvent>,
    Same<FromSchema<typeof TIMELINE_SCHEMA>, TimelineJson>,
    Same<FromSchema<typeof LIVE_STATE_SCHEMA>, Flat<LiveState & Versioned>>,
  ]
>;
