import { type Availability, knownAvailability } from '../catalogue/availability.ts';
import { type Check, ifPresent, orElse, refuse, text, whole } from '../internal/check.ts';
import { list, mapOf, shape } from '../internal/check-shapes.ts';

/** What IVS PutMetadata takes: 1 KB of UTF-8. */
export const CUE_MAX_BYTES = 1024;
/** The event's `cueKey` stays short, since it takes from those bytes. */
export const CUE_KEY_MAX_LENGTH = 12;
/** More than a screen can show, and few enough to draw. */
export const SHOW_MAX = 50;

/** What a cue changes about a product or a variant, for as long as the cue holds. */
export interface OfferChange {
  /** In minor units of the event's currency. */
  readonly price?: number;
  readonly availability?: Availability;
}

/** The centre of a hotspot: x and y from 0 to 1 of the picture, from its top left corner. */
export type Hotspot = readonly [x: number, y: number];

/** The whole product state from the cue's time until the next cue; never a change of it, so that a lost cue heals. */
export interface ProductCue {
  /** The `cueKey` of the event that it belongs to; without one, any event's. */
  readonly e?: string;
  /** Rises by one with each change of the event's state; a repeat keeps it. The cue's identity within the event. */
  readonly n: number;
  /** Product ids; the first is the main product; empty: nothing is shown. */
  readonly show: readonly string[];
  /** Hotspots by product id. */
  readonly at?: Readonly<Record<string, Hotspot>>;
  /** Changed offers by product or variant id. */
  readonly set?: Readonly<Record<string, OfferChange>>;
}

const key: Check<string> = (value, field) =>
  // Characters, as JSON Schema counts them, and not their halves.
  [...text(value, field)].length > CUE_KEY_MAX_LENGTH
    ? refuse(field, value, `at most ${CUE_KEY_MAX_LENGTH} characters`)
    : text(value, field);

const show: Check<readonly string[]> = (value, field) => {
  const ids = list(value, field).map((id, place) => text(id, `${field}[${place}]`));
  return ids.length > SHOW_MAX || new Set(ids).size < ids.length
    ? refuse(field, value, `at most ${SHOW_MAX} products, none twice`)
    : ids;
};

const hotspot: Check<Hotspot> = (value, field) => {
  const [x, y, more] = list(value, field);
  return isShare(x) && isShare(y) && more === undefined
    ? [x, y]
    : refuse(field, value, 'two numbers from 0 to 1');
};

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

const offerChange: Check<OfferChange> = shape({
  price: ifPresent(whole),
  // One that is newer than this code is left out, and the product keeps its own.
  availability: orElse(knownAvailability, undefined),
});

export const CUE_CHECKS = {
  e: ifPresent(key),
  n: whole,
  show,
  at: ifPresent(mapOf(hotspot)),
  set: ifPresent(mapOf(offerChange)),
};

/** A cue in JSON that says its version itself. */
export const productCue: Check<ProductCue> = shape(CUE_CHECKS);
