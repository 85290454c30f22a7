import type { ProductCue } from '@vitrine/product-cues';
import type { PublicationLog } from '../publication.ts';
import { SAME_PICTURE_TICKS } from './landing-places.ts';
import type { LaidRendition } from './laid-rendition.ts';

/** Of more than two, a third would have nothing to add. */
const ASKED = 2;

/**
 * The cues that a recording carries, each once, in order. The first rendition that was read speaks; a second one adds what the first has lost, and
 * tells where a cue was first that the first one has only later.
 * @returns times in ticks of the recording
 */
export function cueSightings(
  renditions: readonly LaidRendition[],
  log: PublicationLog,
): readonly { readonly cue: ProductCue; readonly time: number }[] {
  const read = renditions.filter(({ found }) => found !== undefined).slice(0, ASKED);
  const sightings = new Map<number, { readonly cue: ProductCue; readonly time: number }>();
  for (const [place, { found, mediaTime, name: rendition }] of read.entries()) {
    if (!found) continue;
    for (const { segment, pts, cue } of found.cues) {
      const { run, shift } = mediaTime.segments.at(segment) ?? { run: 0, shift: 0 };
      // A cue holds from the run that carries it: its time stamp may lie a little before the run's first picture.
      const time = Math.max(pts + shift, mediaTime.runs[run]?.start ?? 0);
      const known = sightings.get(cue.n);
      // What the first has only as a repeat, the second may have at its picture.
      const isEarlier = known !== undefined && time < known.time - SAME_PICTURE_TICKS;
      if (!known || isEarlier) sightings.set(cue.n, { cue, time });
      if (place > 0 && !known) log.warn({ n: cue.n, rendition }, 'cue missing in the first rendition');
      else if (known && known.time !== time)
        log.warn({ n: cue.n, rendition, time, first: known.time }, 'renditions disagree on a cue');
    }
    if (found.refused > 0)
      log.warn({ rendition, texts: found.refused }, 'metadata that is no cue was left out');
  }
  return [...sightings.values()].sort((a, b) => a.time - b.time || a.cue.n - b.cue.n);
}
