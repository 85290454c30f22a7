import type { MediaEngine } from '../media/media-engine.ts';
import type { PlaySource } from '../media/media-source.ts';
import { PlayerError } from '../media/player-error.ts';
import type { EngineLoader, EngineOptions } from './engine-loader.ts';
import { hlsLoader } from './hls/hls-loader.ts';
import { ivsLoader } from './ivs/ivs-loader.ts';
import { nativeLoader } from './native/native-loader.ts';

/** In order of preference. */
const LOADERS: readonly EngineLoader[] = [ivsLoader, hlsLoader, nativeLoader];

/** The loader for a source. The browser's `canPlayType` is not asked: Chromium says "maybe" to HLS. */
export function chooseEngine(source: PlaySource, loaders = LOADERS): EngineLoader {
  const loader = loaders.find((candidate) => candidate.canPlay(source));
  if (!loader) throw new PlayerError('SOURCE_UNSUPPORTED', `No engine here plays "${source.type}".`);
  return loader;
}

/**
 * An engine for the source, not yet attached. Rejects with a PlayerError; after ENGINE_NOT_LOADED (a chunk that did
 * not arrive) calling again tries again. Rejects with an AbortError once the signal aborts.
 */
export async function loadEngine(
  source: PlaySource,
  options: EngineOptions,
  loaders = LOADERS,
): Promise<MediaEngine> {
  const { signal } = options;
  signal.throwIfAborted();
  const loader = chooseEngine(source, loaders);
  const engine = await loader.load(source, options).catch((cause: unknown) => {
    signal.throwIfAborted();
    if (cause instanceof PlayerError) throw cause;
    throw new PlayerError('ENGINE_NOT_LOADED', `"${loader.name}" did not load.`, { cause });
  });
  if (signal.aborted) void engine.destroy();
  signal.throwIfAborted();
  return engine;
}
