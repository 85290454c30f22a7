import type { Timeline } from '@vitrine/product-cues';
import type { AssembledReplay } from '../assembly/assemble.ts';
import { gatherCues } from '../assembly/gather-cues.ts';
import { correctCues, placeCues } from '../assembly/place-cues.ts';
import type { Publication, PublicationLog } from '../publication.ts';

/**
 * The timeline of the archive. Cues are gathered on the uncut replay, so that what was cut out stays out whoever tells of it; then they are corrected, and what is shown takes
 * its own along.
 */
export function extractCues(
  { highlights, replayOffers, edits }: Pick<Publication, 'highlights' | 'replayOffers' | 'edits'>,
  { assembly, replay, pieces }: AssembledReplay,
  log: PublicationLog,
): Timeline {
  const { clock, duration } = assembly;
  const gathered = gatherCues(replay, highlights, log);
  const corrected = correctCues(gathered, edits.cues, replay, log);
  return { cues: placeCues(corrected, pieces, replayOffers), clock, duration };
}
