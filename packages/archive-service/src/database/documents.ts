import type { ArchivePlayback } from '@vitrine/product-cues';

/** What publishing keeps in the database as JSON. */

/** What a published event's JSON says of its archive, URLs relative to the pointer `v1/events/{id}` in the store. */
export interface PublishedLinks {
  readonly version: number;
  readonly playback: ArchivePlayback;
  readonly timelineUrl?: string;
  /** The version's own; it counts before the catalogue's only where an editor chose it. */
  readonly poster?: string;
  readonly posterIsChosen?: true;
  /** ISO 8601; as the recordings say. */
  readonly startedAt?: string;
  readonly endedAt?: string;
}

/** A place in a recording's own timeline: it stays the same place when other recordings of the event are found later. */
export interface Position {
  /** The recording's id. */
  readonly recording: number;
  /** Seconds from the recording's beginning. */
  readonly time: number;
}

/** What an editor wished to be different from what was recorded. */
export interface Edits {
  readonly start?: Position;
  readonly end?: Position;
  readonly cuts: readonly { readonly from: Position; readonly to: Position }[];
  readonly poster?: Position;
  /** Cues by their number, each with the place where it shall begin. */
  readonly cues: readonly { readonly n: number; readonly at: Position }[];
}

export const NO_EDITS: Edits = { cuts: [], cues: [] };

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The uncut replay: all recordings in order, overlaps left out. Edits are asked for in its seconds. */
export interface Outline {
  /** Seconds. */
  readonly duration: number;
  readonly recordings: readonly OutlinedRecording[];
  /** Where a cut can land, in seconds of the uncut replay. */
  readonly keyframes: readonly number[];
  /** What the version shows, in order, in seconds of the uncut replay. */
  readonly kept: readonly Span[];
}

export interface OutlinedRecording {
  readonly id: number;
  /** Where it begins in the uncut replay, in seconds. */
  readonly start: number;
  /** What the uncut replay has of it, in seconds. */
  readonly duration: number;
  /** Where in the recording's own time that begins: after an overlap, more than 0. */
  readonly from: number;
}
