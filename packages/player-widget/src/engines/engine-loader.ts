import type { MediaEngine } from '../media/media-engine.ts';
import type { PlaySource } from '../media/media-source.ts';

export interface EngineOptions {
  /** Where the IVS player's worker and WASM lie; a folder, so it ends with a slash. */
  readonly ivsAssets: URL;
  /** Where our own chunks lie; ends with a slash. */
  readonly base: URL;
  readonly signal: AbortSignal;
  /** What is large is fetched once this resolves: until then something else needs the network. */
  readonly after?: Promise<unknown> | undefined;
}

/** The light half of an engine: it is in the entry, and holds the `import()` of the heavy half. */
export interface EngineLoader {
  readonly name: MediaEngine['name'];
  canPlay(source: PlaySource): boolean;
  /** Rejects with a PlayerError, or with whatever a failed `import()` gives. */
  load(source: PlaySource, options: EngineOptions): Promise<MediaEngine>;
}
