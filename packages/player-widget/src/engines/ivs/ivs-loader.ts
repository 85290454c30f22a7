import { loadChunk } from '../../internal/load-chunk.ts';
import type { EngineLoader } from '../engine-loader.ts';
import { fetchIvsAssets, ivsAssetsIn } from './ivs-assets.ts';

/** Live streams: third-party players get no low latency from IVS. Needs WebAssembly, on iOS too. */
export const ivsLoader: EngineLoader = {
  name: 'ivs',

  canPlay: (source) => source.type === 'live' && 'WebAssembly' in globalThis,

  async load(_source, { ivsAssets, signal }) {
    const assets = ivsAssetsIn(ivsAssets);
    const files = fetchIvsAssets(assets, { signal });
    const [{ IvsEngine }, sdk] = await Promise.all([
      loadChunk(() => import('./ivs-engine.ts')),
      loadChunk(() => import('./ivs-sdk.ts')),
      loadChunk(() => import('../video-engine.ts')),
      files,
    ]).catch(async (error: unknown) => {
      // The SDK lies in the same folder: where all of it is missing, that is what there is to tell.
      await files;
      throw error;
    });
    return new IvsEngine(sdk, assets);
  },
};
