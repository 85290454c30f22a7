import { loadChunk } from '../../internal/load-chunk.ts';

export interface IvsAssets {
  readonly worker: URL;
  readonly wasm: URL;
}

export function ivsAssetsIn(folder: URL): IvsAssets {
  return {
    worker: new URL('amazon-ivs-wasmworker.min.js', folder),
    wasm: new URL('amazon-ivs-wasmworker.min.wasm', folder),
  };
}

/**
 * Fetches both files into the browser's cache, where the SDK finds them, while the SDK itself is still on its way.
 * The SDK's own failure without them names no file ("Cannot read properties of undefined"); this one does.
 */
export async function fetchIvsAssets(
  { worker, wasm }: IvsAssets,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  await Promise.all([worker, wasm].map((url) => fetchAsset(url, signal)));
}

async function fetchAsset(url: URL, signal: AbortSignal): Promise<void> {
  const answer = await fetch(url, { credentials: 'omit', signal }).catch((cause: unknown) => cause);
  signal.throwIfAborted();
  // Servers of single-page applications answer any address with a page.
  const isPage = answer instanceof Response && !!answer.headers.get('content-type')?.includes('text/html');
  if (answer instanceof Response && answer.ok && !isPage) return;
  // This half is in the entry: its long words come only where they are needed.
  const { missingAsset } = await loadChunk(() => import('./missing-asset.ts'));
  throw missingAsset(url, answer);
}
