import { readLiveState, type LiveState } from '@vitrine/product-cues';
import { fetchJson } from '../internal/fetch-json.ts';
import { nextLook } from './next-look.ts';

/** Milliseconds between two readings while the event is on air, and while one waits for it to begin or be published. */
const ON_AIR = 2_000;
const WAITING = 6_000;
/** A service that fails is asked less and less often, up to this; and as often where nobody looks: live.json holds what was missed. */
const LONGEST = 30_000;

/** Reads live.json again and again until the signal aborts; ends by itself once the event is archived. */
export async function watchLiveState(
  url: string,
  { signal, onState }: { signal: AbortSignal; onState: (state: LiveState) => void },
): Promise<void> {
  let pause = ON_AIR;
  while (!signal.aborted) {
    const answer = await fetchJson(url, { signal }).catch(() => undefined);
    if (signal.aborted || !answer) return;
    const state = answer.ok ? readLiveState(answer.json) : undefined;
    if (state?.ok) {
      onState(state.value);
      if (state.value.status === 'archived') return;
      pause = state.value.status === 'live' ? ON_AIR : WAITING;
    } else {
      pause = Math.min(LONGEST, pause * 2);
    }
    await nextLook(pause, { signal, hidden: LONGEST });
  }
}
