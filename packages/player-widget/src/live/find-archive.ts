import type { LiveEvent } from '@vitrine/product-cues';
import { nextLook } from '../event/next-look.ts';

/** Milliseconds between two looks for an archive that was announced: a CDN may hold the event as it was for a while. */
const FIRST = 2_000;
const GROWTH = 1.15;
const LONGEST = 30_000;

/** The event once it can be played as an archive; `undefined` when the signal aborted. */
export async function findArchive(
  reload: () => Promise<LiveEvent | undefined>,
  { signal }: { signal: AbortSignal },
): Promise<LiveEvent | undefined> {
  for (let look = 0; !signal.aborted; look += 1) {
    const event = await reload();
    if (event?.playback?.type === 'archive') return signal.aborted ? undefined : event;
    await nextLook(Math.min(LONGEST, FIRST * GROWTH ** look), { signal });
  }
  return undefined;
}
