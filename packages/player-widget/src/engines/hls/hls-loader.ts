import type { EngineLoader } from '../engine-loader.ts';

/** Recordings, and whatever else is HLS: wherever the browser lets a page feed a `<video>`. */
export const hlsLoader: EngineLoader = {
  name: 'hls',

  canPlay: () => 'MediaSource' in globalThis || 'ManagedMediaSource' in globalThis,

  async load(source, { base }) {
    const captions = source.type === 'archive' && source.captions;
    const [{ HlsEngine }, { default: Hls }] = await Promise.all([
      import('./hls-engine.ts'),
      captions ? import('hls.js') : import('hls.js/light'),
    ]);
    return new HlsEngine(Hls, base);
  },
};
