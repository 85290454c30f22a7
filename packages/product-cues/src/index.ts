export type { Availability } from './catalogue/availability.ts';
export { applySet } from './catalogue/apply-set.ts';
export { minorDigits } from './catalogue/minor-digits.ts';
export type { Money, UnitPrice } from './catalogue/money.ts';
export type { Product, ProductOption } from './catalogue/product.ts';
export { productProblems } from './catalogue/product-problems.ts';
export { readCatalogue } from './catalogue/read-catalogue.ts';
export type { Variant } from './catalogue/variant.ts';
export { CueError, type CueErrorCode } from './cue/cue-error.ts';
export { type CueRejection, decodeCue, type DecodedCue } from './cue/decode-cue.ts';
export { encodeCue } from './cue/encode-cue.ts';
export { mayCarryCue, segmentClock } from './cue/metadata-frames.ts';
export { CUE_MAX_BYTES, type Hotspot, type OfferChange, type ProductCue } from './cue/product-cue.ts';
export type { EventStatus } from './event/event-status.ts';
export type { LiveEvent } from './event/live-event.ts';
export { type LiveState, readLiveState, type SentCue } from './event/live-state.ts';
export type { ArchivePlayback, LivePlayback, Playback, Starter, StarterFile } from './event/playback.ts';
export { readEvent } from './event/read-event.ts';
export type { Read } from './internal/check.ts';
export { addCue } from './timeline/add-cue.ts';
export { nextChange } from './timeline/next-change.ts';
export { type ClockEntry, mediaTimeAt, programTimeAt } from './timeline/program-clock.ts';
export { readTimeline } from './timeline/read-timeline.ts';
export { EMPTY_STATE, type ProductState, stateAt } from './timeline/state-at.ts';
export {
  type CueOrigin,
  EMPTY_TIMELINE,
  type TimedCue,
  type Timeline,
  type TimelineJson,
} from './timeline/timeline.ts';
export { writeTimeline } from './timeline/write-timeline.ts';
