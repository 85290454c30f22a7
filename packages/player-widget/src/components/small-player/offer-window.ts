import { loadChunk } from '../../internal/load-chunk.ts';
import type { ElsewhereOptions } from './elsewhere.ts';

/** What the controls have of picture-in-picture. */
interface PictureInPicture {
  isInPictureInPicture(): boolean;
  requestPictureInPicture(): Promise<unknown>;
  exitPictureInPicture(): Promise<unknown>;
  trigger(type: string): void;
}

/** Where a window can hold more than a picture, the picture-in-picture button takes the products along. */
export function offerOwnWindow(player: PictureInPicture, options: ElsewhereOptions): void {
  if (!('documentPictureInPicture' in window)) return;
  const videoAlone = player.requestPictureInPicture.bind(player);
  const exit = player.exitPictureInPicture.bind(player);
  const isVideoAway = player.isInPictureInPicture.bind(player);
  let back: (() => void) | undefined;

  player.isInPictureInPicture = () => !!back || isVideoAway();
  player.exitPictureInPicture = async () => (back ? back() : exit());
  player.requestPictureInPicture = async () => {
    try {
      // A tap counts for some seconds, which is enough for a chunk to come.
      const { playInOwnWindow } = await loadChunk(() => import('./own-window.ts'));
      const end = (): void => {
        back = undefined;
        if (!options.signal.aborted) player.trigger('leavepictureinpicture');
      };
      back = await playInOwnWindow(options, end);
      player.trigger('enterpictureinpicture');
    } catch {
      // In a frame the browser gives a page no window; the video still may have one.
      await videoAlone();
    }
  };
}
