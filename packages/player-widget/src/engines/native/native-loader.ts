import { loadChunk } from '../../internal/load-chunk.ts';
import type { EngineLoader } from '../engine-loader.ts';

/** Where no page may feed a `<video>`, the browser itself plays HLS, or nobody does. */
export const nativeLoader: EngineLoader = {
  name: 'native',

  canPlay: () => true,

  async load() {
    const { NativeEngine } = await loadChunk(() => import('./native-engine.ts'));
    return new NativeEngine();
  },
};
