import { PlayerError } from '../../media/player-error.ts';

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
  const missing = (reason: string, cause?: unknown): PlayerError =>
    new PlayerError(
      'IVS_ASSETS_MISSING',
      `${url.href}: ${reason}. Put the IVS player's worker and WASM there (npx vitrine-ivs <folder>), or name their folder in the attribute ivs-assets.`,
      { cause },
    );
  const response = await fetch(url, { credentials: 'omit', signal }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw missing('no answer that this page may read (is it allowed by CORS?)', cause);
  });
  if (!response.ok) throw missing(`status ${response.status}`);
  // Servers of single-page applications answer any address with a page.
  if (response.headers.get('content-type')?.includes('text/html'))
    throw missing('a web page instead of the file');
}
