import type { ArchiveLayout } from '../archive-layout.ts';
import { toSeconds } from '../media/archive-seconds.ts';
import type { AssembledFile, AssembledRange } from './assembly.ts';
import type { LaidRendition } from './laid-rendition.ts';
import type { Rung } from './ladder.ts';
import { pieceRanges } from './piece-ranges.ts';
import type { PlacedRange } from './piece-ranges.ts';
import type { Piece } from './pieces.ts';
import type { RecordingTimeline } from './recording-timeline.ts';

/** What an archive is put together from. */
export interface Parts {
  readonly recordings: readonly RecordingTimeline[];
  readonly pieces: readonly Piece[];
  readonly rungs: readonly Rung[];
  readonly layout: ArchiveLayout;
}

/** A range with what it is a part of. */
interface Found {
  readonly piece: number;
  readonly recording: number;
  readonly rendition: LaidRendition;
  readonly range: PlacedRange;
}

/** The ranges of a rendition from the one on that holds a time, in seconds of the archive. */
export function* assembledRanges(parts: Parts, rung: number, seconds: number): Generator<AssembledRange> {
  for (const found of rangesOfRung(parts, parts.rungs[rung])) {
    const { piece, range } = found;
    const { offset, length, whole } = range;
    const end = toSeconds(range.until);
    if (end <= seconds) continue;
    yield { ...fileOf(parts, found), piece, offset, length, whole, start: toSeconds(range.from), end };
  }
}

/** Each file once, also where two renditions of the archive show the same one of a recording. */
export function* assembledFiles(parts: Parts): Generator<AssembledFile> {
  for (const found of filesOf(parts)) yield fileOf(parts, found);
}

/** Whether captions were seen in what is shown, in whichever rendition was looked through for them: encoders put them into all. */
export function hasCaptions({ recordings, pieces }: Parts): boolean {
  for (const piece of pieces) {
    const { renditions = [], places } = recordings[piece.recording] ?? {};
    for (const rendition of renditions) {
      if (!places || rendition.found === undefined) continue;
      for (const { file } of pieceRanges(rendition, piece, places))
        if (rendition.scans.at(file)?.captions === true) return true;
    }
  }
  return false;
}

function* filesOf(parts: Parts): Generator<Found> {
  /** For each recording, the renditions that are done. */
  const done = parts.recordings.map(() => new Set<LaidRendition>());
  for (const rung of parts.rungs) {
    let last: Found | undefined;
    for (const found of rangesOfRung(parts, rung)) {
      if (done[found.recording]?.has(found.rendition) === true) continue;
      // Pieces of one file follow each other.
      const isSame = last?.rendition === found.rendition && last.range.file === found.range.file;
      if (!isSame) yield found;
      last = found;
    }
    for (const [recording, part] of rung.parts.entries()) if (part) done[recording]?.add(part);
  }
}

function* rangesOfRung({ recordings, pieces }: Parts, rung: Rung | undefined): Generator<Found> {
  for (const [index, piece] of pieces.entries()) {
    const [rendition, timeline] = [rung?.parts[piece.recording], recordings[piece.recording]];
    if (!rendition || !timeline) continue;
    for (const range of pieceRanges(rendition, piece, timeline.places))
      yield { piece: index, recording: piece.recording, rendition, range };
  }
}

function fileOf({ recordings, layout }: Parts, { recording, rendition, range }: Found): AssembledFile {
  return {
    recording,
    bucket: recordings[recording]?.source.bucket ?? '',
    key: rendition.source.segments.at(range.file)?.key ?? '',
    target: layout.segment(recording, rendition.name, range.file),
    size: rendition.scans.at(range.file)?.bytes ?? 0,
  };
}
