import { type Availability, isAvailability } from '../catalogue/availability.ts';
import { type Fields, list, mapValues, object, refuse, text, whole } from '../internal/check.ts';

/** What IVS PutMetadata takes: 1 KB of UTF-8. */
export const CUE_MAX_BYTES = 1024;
/** The event's `cueKey` stays short, since it takes from those bytes. */
const KEY_MAX_LENGTH = 12;
/** More than a screen can show, and few enough to draw. */
const SHOW_MAX = 50;

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

/** Throws a TypeError that names the field; everything else in the object is ignored. */
export function checkCue(fields: Fields): ProductCue {
  const { e, at, set } = fields;
  return {
    ...(e !== undefined && { e: checkKey(e) }),
    n: whole(fields['n'], 'n'),
    show: checkShow(fields['show']),
    ...(at !== undefined && { at: mapValues(object(at, 'at'), checkHotspot) }),
    ...(set !== undefined && { set: mapValues(object(set, 'set'), checkChange) }),
  };
}

function checkKey(value: unknown): string {
  const key = text(value, 'e');
  return key.length > KEY_MAX_LENGTH ? refuse('e', key, `at most ${KEY_MAX_LENGTH} characters long`) : key;
}

function checkShow(value: unknown): readonly string[] {
  const ids = list(value, 'show').map((id, place) => text(id, `show[${place}]`));
  if (ids.length > SHOW_MAX) refuse('show', ids, `at most ${SHOW_MAX} products long`);
  return new Set(ids).size < ids.length ? refuse('show', ids, 'without a product twice') : ids;
}

function checkHotspot(value: unknown, id: string): Hotspot {
  const [x, y] = Array.isArray(value) && value.length === 2 ? value : [];
  return isShare(x) && isShare(y) ? [x, y] : refuse(`at.${id}`, value, 'two numbers from 0 to 1');
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function checkChange(value: unknown, id: string): OfferChange {
  const { price, availability } = object(value, `set.${id}`);
  return {
    ...(price !== undefined && { price: whole(price, `set.${id}.price`) }),
    // One that is newer than this code is left out, and the product keeps its own.
    ...(isAvailability(availability) && { availability }),
  };
}
