import { loadChunk } from '../../internal/load-chunk.ts';
import { readAttributes } from '../player/attributes.ts';

/** Milliseconds after which a playlist counts as not there. */
const PATIENCE = 6_000;

/** Whether what this player is to play can be had now: the event, and the video that it names. Nothing is opened for it. */
export async function isThere(player: Element, signal: AbortSignal): Promise<boolean> {
  try {
    const options = { signal, cache: 'no-cache', onProblem: () => undefined } as const;
    // The screen says what to do where this chunk itself did not arrive.
    const { loadEvent } = await loadChunk(() => import('../../event/event-client.ts'));
    const { playback } = await loadEvent(readAttributes(player), options);
    if (!playback) return true;
    const until = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
    const answer = await fetch(playback.url, { cache: 'no-cache', credentials: 'omit', signal: until });
    // A stream that is over still has its last playlist.
    return answer.ok && !(playback.type === 'live' && (await answer.text()).includes('#EXT-X-ENDLIST'));
  } catch {
    return false;
  }
}
