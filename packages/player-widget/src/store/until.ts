import type { Store } from './create-store.ts';

/** Resolves when the state is as wished; never after the signal has aborted. */
export function until<State extends object>(
  store: Store<State>,
  wished: (state: Readonly<State>) => boolean,
  options: { signal: AbortSignal },
): Promise<void> {
  return new Promise((resolve) => {
    const check = (state: Readonly<State>): void => {
      if (wished(state)) resolve();
    };
    store.subscribe(check, options);
    check(store.state);
  });
}
