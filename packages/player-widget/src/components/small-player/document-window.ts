import type {} from '../../internal/is-seen.ts';

/** Pixels of a window at first; its viewer may pull it to any size, and the browser remembers that. */
const WIDTH = 420;

/** An empty window that stays over all others; only within a tap, and only where the browser has such. */
export function openDocumentWindow(shape: number): Promise<Window & typeof globalThis> {
  const { documentPictureInPicture } = window;
  if (!documentPictureInPicture) return Promise.reject(new DOMException('', 'NotSupportedError'));
  return documentPictureInPicture.requestWindow({ width: WIDTH, height: Math.round(WIDTH / shape) });
}
