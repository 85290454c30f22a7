import type { ArchiveLayout } from '../archive-layout.ts';
import { toSeconds } from '../media/archive-seconds.ts';
import type { AssembledFile, AssembledRange } from './assembly.ts';
import type { LaidRendition } from './laid-rendition.ts';
import type { Rung } from './ladder.ts';
import type { LandingPlaces } from './landing-places.ts';
import { pieceFiles, pieceRanges } from './piece-ranges.ts';
import type { Piece } from './pieces.ts';
import type { RecordingTimeline } from './recording-timeline.ts';

/** What an archive is put together from. */
export interface Parts {
  readonly recordings: readonly RecordingTimeline[];
  readonly pieces: readonly Piece[];
  readonly rungs: readonly Rung[];
  readonly layout: ArchiveLayout;
}

/** What shows a piece. */
interface Shown {
  readonly piece: Piece;
  /** Its index. */
  readonly index: number;
  readonly rendition: LaidRendition;
  readonly places: LandingPlaces;
}

/** The ranges of a rendition from the one on that holds a time, in seconds of the archive. */
export function* assembledRanges(parts: Parts, rung: number, seconds: number): Generator<AssembledRange> {
  for (const { piece, index, rendition, places } of shownBy(parts, parts.rungs[rung])) {
    let file: AssembledFile | undefined;
    let last = -1;
    for (const range of pieceRanges(rendition, piece, places)) {
      const end = toSeconds(range.until);
      if (end <= seconds) continue;
      // Several ranges of one file follow each other.
      if (!file || range.file !== last) file = fileOf(parts, piece.recording, rendition, range.file);
      last = range.file;
      const { offset, length, whole } = range;
      yield { ...file, piece: index, offset, length, whole, start: toSeconds(range.from), end };
    }
  }
}

/** Each file once, also where two renditions of the archive show the same one of a recording. */
export function* assembledFiles(parts: Parts): Generator<AssembledFile> {
  /** For each recording, the renditions that are done. */
  const done = parts.recordings.map(() => new Set<LaidRendition>());
  for (const rung of parts.rungs) {
    let last: LaidRendition | undefined;
    let lastFile = -1;
    for (const { piece, rendition, places } of shownBy(parts, rung)) {
      if (done[piece.recording]?.has(rendition) === true) continue;
      for (const file of pieceFiles(rendition, piece, places)) {
        // Pieces of one file follow each other.
        if (rendition !== last || file !== lastFile) yield fileOf(parts, piece.recording, rendition, file);
        last = rendition;
        lastFile = file;
      }
    }
    for (const [recording, part] of rung.parts.entries()) if (part) done[recording]?.add(part);
  }
}

/** Whether captions were seen in what is shown, in whichever rendition was looked through for them: encoders put them into all. */
export function hasCaptions({ recordings, pieces }: Parts): boolean {
  for (const piece of pieces) {
    const { renditions = [], places } = recordings[piece.recording] ?? {};
    for (const rendition of renditions) {
      if (!places || rendition.found === undefined) continue;
      for (const file of pieceFiles(rendition, piece, places))
        if (rendition.scans.at(file)?.captions === true) return true;
    }
  }
  return false;
}

function* shownBy({ recordings, pieces }: Parts, rung: Rung | undefined): Generator<Shown> {
  for (const [index, piece] of pieces.entries()) {
    const [rendition, timeline] = [rung?.parts[piece.recording], recordings[piece.recording]];
    if (rendition && timeline) yield { piece, index, rendition, places: timeline.places };
  }
}

function fileOf(
  { recordings, layout }: Parts,
  recording: number,
  { source, scans, name }: LaidRendition,
  file: number,
): AssembledFile {
  return {
    recording,
    bucket: recordings[recording]?.source.bucket ?? '',
    key: source.segments.at(file)?.key ?? '',
    target: layout.segment(recording, name, file),
    size: scans.at(file)?.bytes ?? 0,
  };
}
