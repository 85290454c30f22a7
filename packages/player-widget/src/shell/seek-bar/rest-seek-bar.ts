import type { Player } from 'video.js/core.es.js';

/**
 * Lets the seek bar rest while nobody sees it. Thirty times a second video.js would move it, which has the browser style and lay out the
 * player for each picture; and write the time at the knob, seen or not, where with every text that is replaced the browser looks through
 * all that depends on what the player holds (`:has`). What the slider says is told with `timeupdate` all the same.
 */
export function restSeekBar(player: Player): void {
  const control = player.getChild('ControlBar')?.getChild('ProgressControl');
  const slider = control?.getChild('SeekBar');
  const knob = slider?.getChild('PlayProgressBar');
  if (!control || !slider || !knob) return;
  const { update: move } = slider;
  slider.update = () => {
    if (player.userActive() || player.paused()) move();
  };
  player.on('useractive', move);

  const place = control.el();
  const { update: write } = knob;
  knob.update = (...where) => {
    if (place.matches(':hover') || player.scrubbing()) write(...where);
  };
  // Paused, nothing else would write it.
  place.addEventListener('pointerenter', move);
}
