import type { LiveEvent, ProductCue } from '@vitrine/product-cues';
import type { ObjectStore } from '../stores/object-store.ts';

/** All that is published is a function of this and of the recording: no clock, no chance. */
export interface Publication {
  /** The event's public JSON as the catalogue has it now; its playback is what is made here. URLs are absolute, or as the catalogue gives them. */
  readonly event: LiveEvent;
  readonly channelArn: string;
  readonly recording: { readonly bucket: string; readonly prefix: string };
  /** The service's own record of what was sent; may be empty, and may hold what no viewer's stream ever carried. */
  readonly highlights: readonly RecordedHighlight[];
  /** Whether the offers of the moment (`set`) hold in the replay, too. */
  readonly replayOffers: boolean;
  readonly version: number;
  /** ISO 8601: when the last of recording, catalogue and edits changed. */
  readonly updatedAt: string;
}

export interface RecordedHighlight {
  readonly cue: ProductCue;
  /** Epoch ms, when PutMetadata answered. */
  readonly sentAt: number;
  readonly inBand: boolean;
}

export interface PublicationPorts {
  /** The bucket of the recording; only read. */
  readonly recordings: ObjectStore;
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
  'plan-archive',
  'copy-media',
  'extract-cues',
  'write-timeline',
  'write-playlists',
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
  /** In seconds. */
  readonly duration: number;
  /** The pointer's content; URLs in it are relative to the pointer. */
  readonly eventJson: LiveEvent;
  readonly pointerKeys: readonly string[];
  readonly startedAt?: string;
  readonly endedAt?: string;
}
