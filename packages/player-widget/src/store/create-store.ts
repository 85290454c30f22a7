/** State that components read; written only from what engine, cues and event report. */
export interface Store<State extends object> {
  readonly state: Readonly<State>;
  /** Listeners hear of it before this returns, and only when something really differs. */
  update(change: Partial<State>): void;
  subscribe(listener: (state: Readonly<State>) => void, options?: { signal: AbortSignal }): void;
}

export function createStore<State extends object>(initial: State): Store<State> {
  let state: Readonly<State> = initial;
  const listeners = new Set<(state: Readonly<State>) => void>();
  return {
    get state() {
      return state;
    },
    update(change) {
      const next = { ...state, ...change };
      const keys = Object.keys(change) as (keyof State)[];
      if (keys.every((key) => Object.is(next[key], state[key]))) return;
      state = next;
      for (const listener of listeners) listener(state);
    },
    subscribe(listener, options) {
      const signal = options?.signal;
      if (signal?.aborted) return;
      listeners.add(listener);
      signal?.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}
