import type { Store } from './create-store.ts';

/** Resolves when the state is as wished; never after the signal has aborted. */
export function until<State extends object>(
  store: Store<State>,
  wished: (state: Readonly<State>) => boolean,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  return new Promise((resolve) => {
    if (wished(store.state)) return resolve();
    const done = new AbortController();
    const check = (state: Readonly<State>): void => {
      if (!wished(state)) return;
      done.abort();
      resolve();
    };
    store.subscribe(check, { signal: AbortSignal.any([signal, done.signal]) });
  });
}
