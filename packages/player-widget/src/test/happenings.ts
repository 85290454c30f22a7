import type { MediaEngine, MediaEngineEventMap } from '../media/media-engine.ts';

type EventName = keyof MediaEngineEventMap;

/** Resolves with the next event of this name. */
export function next<Type extends EventName>(
  engine: MediaEngine,
  type: Type,
): Promise<MediaEngineEventMap[Type]> {
  return new Promise((resolve) => engine.addEventListener(type, resolve, { once: true }));
}

/** The names of these events, in the order in which they come. */
export function record(engine: MediaEngine, types: readonly EventName[]): EventName[] {
  const names: EventName[] = [];
  for (const type of types) engine.addEventListener(type, () => names.push(type));
  return names;
}

/**
 * Resolves as soon as the condition holds: asked at each turn of the event loop that lets media go on. What is waited for
 * may be said by a function, so that a failure tells how things stand then.
 */
export async function until(
  what: string | (() => string),
  holds: () => boolean,
  withinMs = 20_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > deadline) {
      throw new Error(`waited ${withinMs} ms in vain until ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What a promise was rejected with; throws when it was not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('the promise was not rejected');
    },
    (reason: unknown) => reason,
  );
}
