import type { Fetched } from '../internal/fetch-json.ts';

/** The answer that a list of products was read from: whoever tells what reading has left out looks there. */
export const READ_FROM = new WeakMap<object, Extract<Fetched, { ok: true }>>();
