import type { LiveEvent, ProductCue } from '@vitrine/product-cues';
import type { Edits, Outline, PublishedLinks } from '../database/documents.ts';
import type { ObjectStore } from '../stores/object-store.ts';

/**
 * Of what a version is made, frozen when its number is given out. With the recordings' files it is all that the version's bytes depend on: no clock, no chance.
 */
export interface Publication {
  /** The event's public JSON as the catalogue had it then; its playback is what is made here. URLs are absolute, or as the catalogue gives them. */
  readonly event: LiveEvent;
  /** In the order of their start; at least one. */
  readonly recordings: readonly SourceRecording[];
  readonly edits: Edits;
  /** The service's own record of what was sent; may be empty, and may hold what no viewer's stream ever carried. */
  readonly highlights: readonly RecordedHighlight[];
  /** Whether the offers of the moment (`set`) hold in the replay, too. */
  readonly replayOffers: boolean;
  readonly version: number;
  /** ISO 8601: when the last of recordings, catalogue and edits changed. */
  readonly updatedAt: string;
}

export interface SourceRecording {
  readonly id: number;
  readonly bucket: string;
  readonly prefix: string;
}

export interface RecordedHighlight {
  readonly cue: ProductCue;
  /** Epoch ms, when PutMetadata answered. */
  readonly sentAt: number;
  readonly inBand: boolean;
}

export interface PublicationPorts {
  /** A bucket of recordings; only read. */
  openRecordings(bucket: string): ObjectStore;
  /** Where archives are published. */
  readonly store: ObjectStore;
  /** @throws ServiceError PUBLICATION_SUPERSEDED when another publication of the event has taken over */
  fence(): Promise<void>;
  progress(progress: PublicationProgress): void;
  /** Called after each step; whoever throws here ends the publication as a crash would. */
  checkpoint?: ((step: PublicationStep | PointerCheckpoint) => Promise<void>) | undefined;
  readonly signal: AbortSignal;
  readonly log: PublicationLog;
}

/** In their order. Each may be repeated: what is already done is found out, or done again with the same result. */
export const PUBLICATION_STEPS = [
  'read-playlists',
  'verify-media',
  'scan-media',
  'assemble',
  'copy-media',
  'extract-cues',
  'write-timeline',
  'write-playlists',
  'write-chapters',
  'write-thumbnails',
  'write-starter',
  'write-event',
  'move-pointer',
] as const;

export type PublicationStep = (typeof PUBLICATION_STEPS)[number];

/** Between the pointer of the id and that of the slug. */
export type PointerCheckpoint = 'move-pointer:id';

export interface PublicationProgress {
  readonly step: PublicationStep;
  /** Of `total` parts of the step. */
  readonly done: number;
  readonly total: number;
  /** Bytes copied or read in this step. */
  readonly bytes: number;
}

export interface PublicationLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

export interface PublishedArchive {
  readonly links: PublishedLinks;
  readonly outline: Outline;
}
