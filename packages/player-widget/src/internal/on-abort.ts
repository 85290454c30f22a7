/** Runs the clean-up when the signal aborts; at once when it has. */
export function onAbort(signal: AbortSignal, cleanUp: () => void): void {
  if (signal.aborted) cleanUp();
  else signal.addEventListener('abort', cleanUp, { once: true });
}
