/** Document picture-in-picture, of which TypeScript's own library knows nothing yet. */
interface DocumentPictureInPicture {
  requestWindow(size: { width: number; height: number }): Promise<Window & typeof globalThis>;
}

declare global {
  interface Window {
    readonly documentPictureInPicture?: DocumentPictureInPicture;
  }
}

/** Pixels of a window at first; its viewer may pull it to any size, and the browser remembers that. */
const WIDTH = 420;

/** An empty window that stays over all others; only within a tap, and only where the browser has such. */
export function openDocumentWindow(shape: number): Promise<Window & typeof globalThis> {
  const { documentPictureInPicture } = window;
  if (!documentPictureInPicture) return Promise.reject(new DOMException('', 'NotSupportedError'));
  return documentPictureInPicture.requestWindow({ width: WIDTH, height: Math.round(WIDTH / shape) });
}
