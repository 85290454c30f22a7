import { loadChunk } from '../../internal/load-chunk.ts';
import type { ElsewhereOptions } from './elsewhere.ts';

/** What the controls have of picture-in-picture. */
interface PictureInPicture {
  isInPictureInPicture(): boolean;
  requestPictureInPicture(): Promise<unknown>;
  exitPictureInPicture(): Promise<unknown>;
  trigger(type: string): void;
}

/**
 * Where a window can hold more than a picture, the picture-in-picture button takes the products along. A browser may refuse
 * both, the tap being too long ago, say: the button drops what it is given, so nothing here rejects.
 */
export function offerOwnWindow(player: PictureInPicture, options: ElsewhereOptions): void {
  const videoAlone = player.requestPictureInPicture.bind(player);
  const exit = player.exitPictureInPicture.bind(player);
  const isVideoAway = player.isInPictureInPicture.bind(player);
  let back: (() => void) | undefined;

  player.isInPictureInPicture = () => !!back || isVideoAway();
  player.exitPictureInPicture = async () => {
    if (back) back();
    else await exit().catch(() => undefined);
  };
  const alone = async (): Promise<void> => {
    await videoAlone().catch(() => undefined);
  };
  player.requestPictureInPicture = async () => {
    if (!('documentPictureInPicture' in window)) return alone();
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
      await alone();
    }
  };
}
