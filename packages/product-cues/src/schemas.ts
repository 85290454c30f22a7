// The second entry, for services and documentation: no page loads it. JSON Schema (what draft 07 and 2020-12 have in
// common) as plain constants; types-agree.ts holds them and the types together.
export {
  AVAILABILITY_SCHEMA,
  CURRENCY_SCHEMA,
  MONEY_SCHEMA,
  STATUS_SCHEMA,
} from './schemas/common-schemas.ts';
export { CUE_PROPERTIES, CUE_STATE_PROPERTIES, PRODUCT_CUE_SCHEMA } from './schemas/cue-schema.ts';
export { LIVE_EVENT_SCHEMA, PLAYBACK_SCHEMA } from './schemas/event-schema.ts';
export type { FromSchema } from './schemas/from-schema.ts';
export { LIVE_STATE_SCHEMA } from './schemas/live-state-schema.ts';
export { PRODUCT_SCHEMA, VARIANT_SCHEMA } from './schemas/product-schema.ts';
export { TIMELINE_SCHEMA } from './schemas/timeline-schema.ts';
