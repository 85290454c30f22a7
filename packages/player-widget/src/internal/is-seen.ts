/** Document picture-in-picture, of which TypeScript's own library knows nothing yet. */
interface DocumentPictureInPicture {
  /** The one that is open. */
  readonly window: (Window & typeof globalThis) | null;
  requestWindow(size: { width: number; height: number }): Promise<Window & typeof globalThis>;
}

declare global {
  interface Window {
    readonly documentPictureInPicture?: DocumentPictureInPicture;
  }
}

/** Whether somebody may see what the page shows: a window of its own stays over all others, also over another tab. */
export const isSeen = (): boolean => !document.hidden || !!window.documentPictureInPicture?.window;
