import type { LiveEvent } from '@vitrine/product-cues';
import { nextLook } from './next-look.ts';

/** Milliseconds before the first look, by how much longer each next pause is, and the longest one. */
const FIRST = 1_500;
const GROWTH = 1.6;
const LONGEST = 15_000;
const PATIENCE = 6_000;

/**
 * Looks for a stream that was interrupted until its playlist is there again; less and less often, also for who only listens.
 *
 * @param attempts - how often it was opened in vain already: the pauses go on from there
 * @returns the event as it is then; `undefined` when the signal aborted, or where it has become an archive
 */
export async function whenOnAir(
  reload: () => Promise<LiveEvent | undefined>,
  { signal, attempts }: { signal: AbortSignal; attempts: number },
): Promise<LiveEvent | undefined> {
  for (let look = attempts; !signal.aborted; look += 1) {
    await nextLook(Math.min(LONGEST, FIRST * GROWTH ** look), { signal });
    const event = signal.aborted ? undefined : await reload();
    if (event?.playback?.type === 'archive') return undefined;
    const url = event?.playback?.url;
    if (url && (await isOnAir(url, signal))) return event;
  }
  return undefined;
}

/** IVS answers 404 for a channel that is off air, and ends the playlists of a stream that is over. */
async function isOnAir(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, {
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    });
    return response.ok && !(await response.text()).includes('#EXT-X-ENDLIST');
  } catch {
    return false;
  }
}
