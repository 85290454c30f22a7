import type { Starter, StarterFile } from '@vitrine/product-cues';

export function filesOf({ video, audio }: Starter): readonly StarterFile[] {
  return audio ? [video, audio] : [video];
}

/**
 * Whether this browser plays a starter from a plain MediaSource. Where there is a managed one (Safari), hls.js wants that,
 * and the browser says when it may be fed.
 */
export function canStart(starter: Starter): boolean {
  return (
    'MediaSource' in globalThis &&
    !('ManagedMediaSource' in globalThis) &&
    filesOf(starter).every(({ url, mime }) => url && MediaSource.isTypeSupported(mime))
  );
}
