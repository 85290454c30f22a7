/** A SourceBuffer, and the type of what is in it. */
export interface OpenTrack {
  readonly buffer: SourceBuffer;
  /** With codecs, as MediaSource takes it. */
  readonly mime: string;
}

/** An open MediaSource with what it holds already. Nothing is being appended to it. */
export interface OpenMedia {
  readonly mediaSource: MediaSource;
  readonly video: OpenTrack;
  readonly audio: OpenTrack | undefined;
  /** Bits per second at which it came; `undefined` where it was too little to tell. */
  readonly bandwidth: number | undefined;
}

/** A `<video>` that has the beginning of a source already, offered to the engine that is to go on with it. */
export interface HandOver {
  /** Resolves once its first picture is there, or is not coming soon: until then it has the network to itself. */
  readonly pictured: Promise<unknown>;
  /**
   * Ends it, within bounded time. `undefined` where nothing can be gone on with: the `<video>` has no source then, and
   * the engine begins as if nothing had been.
   */
  take(): Promise<OpenMedia | undefined>;
}
