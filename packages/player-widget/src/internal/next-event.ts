/** Resolves with the next event of this name; never, once the signal has aborted. */
export function nextEvent(
  target: EventTarget,
  type: string,
  { signal }: { signal: AbortSignal },
): Promise<Event> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true, signal }));
}
