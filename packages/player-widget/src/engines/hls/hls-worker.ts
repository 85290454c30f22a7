import { onAbort } from '../../internal/on-abort.ts';

/**
 * URL of hls.js's worker for `workerPath`. Its ESM build has none inside, and a worker may not come from another origin
 * than the page; a blob that imports our own copy may. Without it hls.js would parse segments on the page's thread.
 */
export function hlsWorkerUrl(base: URL, { signal }: { signal: AbortSignal }): string {
  const script = scriptIn(base);
  const blob = new Blob([`importScripts(${JSON.stringify(script.href)});`], { type: 'text/javascript' });
  const url = URL.createObjectURL(blob);
  onAbort(signal, () => URL.revokeObjectURL(url));
  return url;
}

/** What the worker imports, into the browser's cache: hls.js asks for it only with the first segment. */
export function fetchWorkerEarly(base: URL, { signal }: { signal: AbortSignal }): void {
  fetch(scriptIn(base), { credentials: 'omit', signal }).catch(() => undefined);
}

function scriptIn(base: URL): URL {
  return new URL('hls/hls.worker.js', base);
}
