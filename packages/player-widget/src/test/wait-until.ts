import { waitUntil as waitFor } from '@open-wc/testing';

/** Milliseconds: the library's own second is too short where other tests have the processor. */
const PATIENCE = 20_000;

/** As the library has it, with more patience. */
export function waitUntil(
  predicate: () => unknown,
  message?: string,
  options: { readonly interval?: number; readonly timeout?: number } = {},
): Promise<void> {
  return waitFor(predicate, message, { timeout: PATIENCE, ...options });
}
