/** Channels that the gallery has to itself, for states that need a real live stream. */
export interface Studio {
  /** HLS of a channel, on air or not. */
  playlist(name: string): Promise<string>;
  /** Resolves when it can be watched. */
  goOnAir(name: string): Promise<void>;
  /** The encoder goes away. */
  cut(name: string): Promise<void>;
}
