/** Data carried in the stream at a time, as received: decoding is not the engine's business. */
export interface TimedMetadata {
  /** Seconds on the engine's media timeline; may lie ahead of the playhead. */
  readonly time: number;
  /** Owner of the ID3 PRIV frame, or description of the TXXX frame. */
  readonly owner: string;
  readonly text: string;
}

/** Owners under which IVS carries PutMetadata (HTTP API) and a broadcaster's in-band metadata. */
export const IVS_METADATA_OWNERS: ReadonlySet<string> = new Set([
  'metadata.live-video.net',
  'inband.metadata.live-video.net',
]);

/** Description of the frames in which IVS carries its clock (`transc_r`, epoch ms); these are no cues. */
export const SEGMENT_CLOCK_OWNER = 'segmentmetadata';
