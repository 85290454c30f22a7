import type { ClockEntry } from '@vitrine/product-cues';
import type { Outline } from '../../database/documents.ts';
import type { SourceRecording } from '../publication.ts';

/** The replay as it will be: which parts of which files, in which order, at which time. All else that a version has is made from this. */
export interface Assembly {
  /** In seconds. */
  readonly duration: number;
  /** As the publication names them; an index into this list is what "recording" means below. */
  readonly recordings: readonly SourceRecording[];
  /** What is shown, in order; there is a discontinuity at the beginning of each but the first. */
  readonly pieces: readonly AssembledPiece[];
  /** What players can switch between, the best picture first. */
  readonly renditions: readonly AssembledRendition[];
  /** An entry for each piece of which the program time is known. */
  readonly clock: readonly ClockEntry[];
  /** Whether any of the pictures carry captions. */
  readonly captions: boolean;
  readonly outline: Outline;
  /**
   * @param recordingSeconds - from the recording's beginning
   * @returns seconds in the archive; `undefined` for what is not in it
   */
  archiveTimeOf(recordingIndex: number, recordingSeconds: number): number | undefined;
  /** What a player would ask for, from the range on that holds a time of the archive, to the end. */
  rangesFrom(renditionIndex: number, archiveSeconds: number): Iterable<AssembledRange>;
  /** Each file of which at least a part is shown, once: what is to be copied. */
  files(): Iterable<AssembledFile>;
}

/** A stretch of one recording in which time stamps run on. Times are seconds. */
export interface AssembledPiece {
  readonly recording: number;
  /** Where it begins in the archive. */
  readonly start: number;
  /** Where it ends in the archive: where the next piece begins. */
  readonly end: number;
  /** Where it begins in the recording. */
  readonly from: number;
  /** Epoch ms of its beginning, where it is known. */
  readonly programTime: number | undefined;
}

export interface AssembledRendition {
  /** Its folder in the archive. */
  readonly name: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly codecs: string | undefined;
  /** Bits a second. */
  readonly bandwidth: number;
  readonly frameRate: number | undefined;
}

export interface AssembledFile {
  /** Index of the recording. */
  readonly recording: number;
  /** Where the recording has it. */
  readonly bucket: string;
  readonly key: string;
  /** Where the archive will have it. */
  readonly target: string;
  /** Of the whole file, in bytes. */
  readonly size: number;
}

export interface AssembledRange extends AssembledFile {
  /** Index of its piece. */
  readonly piece: number;
  readonly offset: number;
  readonly length: number;
  /** Whether that is all of its file that anybody could ask for. */
  readonly whole: boolean;
  /** Seconds in the archive. */
  readonly start: number;
  readonly end: number;
}
