import type { Player } from 'video.js/core.es.js';

/**
 * The time at the knob: thirty times a second video.js would measure and write it, seen or not, and with every text that is replaced the
 * browser looks through all that depends on what the player holds (`:has`). It is seen only while somebody is at the seek bar.
 */
export function restTooltip(player: Player): void {
  const control = player.getChild('ControlBar')?.getChild('ProgressControl');
  const slider = control?.getChild('SeekBar');
  const knob = slider?.getChild('PlayProgressBar');
  if (!control || !slider || !knob) return;
  const place = control.el();
  const { update } = knob;
  knob.update = (...where) => {
    if (place.matches(':hover') || player.scrubbing()) update(...where);
  };
  // Paused, nothing else would write it.
  place.addEventListener('pointerenter', () => slider.update());
}
