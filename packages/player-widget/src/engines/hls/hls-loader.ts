import { loadChunk } from '../../internal/load-chunk.ts';
import type { EngineLoader } from '../engine-loader.ts';

/** Recordings, and whatever else is HLS: wherever the browser lets a page feed a `<video>`. */
export const hlsLoader: EngineLoader = {
  name: 'hls',

  canPlay: () => 'MediaSource' in globalThis || 'ManagedMediaSource' in globalThis,

  async load(source, { base, signal, after }) {
    const isArchive = source.type === 'archive';
    const early = isArchive && !after && fetch(source.url, { signal }).catch(() => undefined);
    const captions = isArchive && source.captions;
    const library = Promise.resolve(after).then(() =>
      loadChunk(captions ? () => import('hls.js') : () => import('hls.js/light')),
    );
    // Told by the engine, which may take longer to come.
    library.catch(() => undefined);
    // What an engine imports is fetched beside it, not after it.
    const [{ HlsEngine }] = await Promise.all([
      loadChunk(() => import('./hls-engine.ts')),
      loadChunk(() => import('../video-engine.ts')),
    ]);
    return new HlsEngine(library, base, early);
  },
};
