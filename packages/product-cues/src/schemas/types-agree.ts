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

type Agree<A extends B, B extends C, C = A> = [A, B, C];

export type TypesAgree = [
  Agree<FromSchema<typeof PRODUCT_CUE_SCHEMA>, ProductCue & Versioned>,
  Agree<FromSchema<typeof PRODUCT_SCHEMA>, Product>,
  Agree<FromSchema<typeof LIVE_EVENT_SCHEMA>, LiveEvent>,
  Agree<FromSchema<typeof TIMELINE_SCHEMA>, TimelineJson>,
  Agree<FromSchema<typeof LIVE_STATE_SCHEMA>, LiveState & Versioned>,
];
