/** Runs in the page: plays its player, and keeps what a viewer sees of it. */
import type {} from './player-element.ts';
import { watchPictures, type SeenPicture } from './watch-pictures.ts';

export interface WatchedPlay {
  readonly pictures: readonly SeenPicture[];
  /** Events of the video after it began to play that a viewer sees as a stop or a jump. */
  readonly disturbances: readonly string[];
}

declare global {
  interface Window {
    playWidget?: (until: number) => Promise<WatchedPlay>;
  }
}

window.playWidget = async (until) => {
  const player = document.querySelector('vitrine-player');
  const video = player?.shadowRoot?.querySelector('video');
  if (!player || !video) throw new Error('there is no player');
  const pictures = watchPictures(video);
  const disturbances: string[] = [];
  const note = ({ type }: Event): unknown => disturbances.push(`${type} at ${video.currentTime.toFixed(3)}`);
  await player.play();
  for (const type of ['waiting', 'stalled', 'pause', 'emptied', 'seeking', 'error'])
    video.addEventListener(type, note);
  await new Promise<void>((resolve) => {
    video.addEventListener('timeupdate', () => video.currentTime >= until && resolve());
    setTimeout(resolve, (until + 20) * 1000);
  });
  return { pictures, disturbances };
};
