import { loadChunk } from '../../internal/load-chunk.ts';
import type { EngineLoader } from '../engine-loader.ts';

/** Recordings, and whatever else is HLS: wherever the browser lets a page feed a `<video>`. */
export const hlsLoader: EngineLoader = {
  name: 'hls',

  canPlay: () => 'MediaSource' in globalThis || 'ManagedMediaSource' in globalThis,

  async load(source, { base }) {
    const captions = source.type === 'archive' && source.captions;
    const [{ HlsEngine }, { default: Hls }] = await Promise.all([
      loadChunk(() => import('./hls-engine.ts')),
      captions ? loadChunk(() => import('hls.js')) : loadChunk(() => import('hls.js/light')),
    ]);
    return new HlsEngine(Hls, base);
  },
};
