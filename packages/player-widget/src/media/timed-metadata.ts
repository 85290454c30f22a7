/** Data carried in the stream at a time (ID3), as received: decoding is not the engine's business. */
export interface TimedMetadata {
  /** Seconds on the engine's media timeline; may lie ahead of the playhead. */
  readonly time: number;
  /** Owner of the ID3 PRIV frame, or description of the TXXX frame. */
  readonly owner: string;
  readonly text: string;
}
