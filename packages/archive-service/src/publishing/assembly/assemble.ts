import type { ArchiveLayout } from '../archive-layout.ts';
import { toSeconds } from '../media/archive-seconds.ts';
import { TICKS_PER_SECOND } from '../media/pts.ts';
import type { PublicationLog } from '../publication.ts';
import type { Edits } from '../../database/documents.ts';
import { assembledFiles, assembledRanges, hasCaptions } from './assembled-files.ts';
import type { Assembly } from './assembly.ts';
import { carryOutEdits } from './carry-out-edits.ts';
import { ladder } from './ladder.ts';
import { outlineOf } from './outline.ts';
import { archiveTicksOf, piecesOf } from './pieces.ts';
import type { Piece } from './pieces.ts';
import type { RecordingTimeline } from './recording-timeline.ts';
import { rungFacts } from './rung-facts.ts';
import { joinRecordings } from './uncut-replay.ts';
import type { UncutReplay } from './uncut-replay.ts';
import { uncutTicksOf } from './uncut-time.ts';

/** The replay, before and after the edits, as cues need it. Times are ticks. */
export interface AssembledReplay {
  readonly assembly: Assembly;
  readonly replay: UncutReplay;
  readonly pieces: readonly Piece[];
}

/**
 * Puts a replay together: the recordings in their order, what they repeat and what an editor cut left out.
 * @throws ServiceError EDIT_INVALID
 */
export function assemble(
  recordings: readonly RecordingTimeline[],
  edits: Edits,
  layout: ArchiveLayout,
  log: PublicationLog,
): AssembledReplay {
  const replay = joinRecordings(recordings, log);
  const kept = carryOutEdits(replay, edits, log);
  const pieces = piecesOf(replay, kept);
  const rungs = ladder(recordings, pieces, log);
  const parts = { recordings, pieces, rungs, layout };
  const archiveTimeOf = (recording: number, seconds: number): number | undefined => {
    const ticks = Math.round(seconds * TICKS_PER_SECOND);
    const { end } = recordings[recording] ?? { end: 0 };
    if (!(ticks >= 0 && ticks < end)) return undefined;
    const time = archiveTicksOf(pieces, uncutTicksOf(replay, recording, ticks));
    return time === undefined ? undefined : toSeconds(time);
  };
  const assembly: Assembly = {
    duration: toSeconds(pieces.at(-1)?.end ?? 0),
    recordings: recordings.map(({ source }) => source),
    pieces: pieces.map(({ recording, start, end, own, programTime }) => ({
      recording,
      start: toSeconds(start),
      end: toSeconds(end),
      from: toSeconds(own),
      programTime: programTime === undefined ? undefined : Math.round(programTime),
    })),
    renditions: rungs.map(rungFacts),
    clock: pieces.flatMap(({ start, programTime }) =>
      programTime === undefined ? [] : [{ time: toSeconds(start), programTime: Math.round(programTime) }],
    ),
    captions: hasCaptions(parts),
    outline: outlineOf(replay, kept),
    archiveTimeOf,
    rangesFrom: (rendition, seconds) => assembledRanges(parts, rendition, seconds),
    files: () => assembledFiles(parts),
  };
  return { assembly, replay, pieces };
}
