import type { Player } from 'video.js/core.es.js';
import { onAbort } from '../../internal/on-abort.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { WORDS_CHANGED } from '../languages.ts';
import type { Replay, ShellOptions } from '../shell-options.ts';
import { jumpByKey } from './chapter-keys.ts';
import { followAttention, type Attention } from './follow-attention.ts';
import { ReplayGuide } from './replay-guide.ts';
import { drawMarks } from './seek-marks.ts';
import { SeekPreview } from './seek-preview.ts';
import { seekBarStyles } from './seek-bar.styles.ts';
import { sayTime } from './say-time.ts';

/** Makes the seek bar of an archive tell what is where: marks, a preview with a small picture, chapters by key and word. */
export function addSeekBar(
  player: Player,
  { layer, engine, video, signal }: ShellOptions,
  replay: Replay,
): void {
  const control = player.getChild('ControlBar')?.getChild('ProgressControl');
  const slider = control?.getChild('SeekBar');
  if (!control || !slider) return;
  const bar = slider.el();
  adoptStyles(layer.getRootNode(), seekBarStyles);

  let attention: Attention;
  const guide = new ReplayGuide(replay, { signal, onChange: () => redraw() });
  const preview = new SeekPreview(guide, video);
  layer.parentNode?.append(preview.element);
  onAbort(signal, () => preview.element.remove());

  const drawAgain = drawMarks({ bar, times: () => guide.marks, duration: () => engine.duration, signal });
  const say = sayTime(slider, engine, guide);
  const look = (): void => {
    const { duration } = engine;
    if (attention === undefined || !(duration > 0)) return preview.hide();
    const fraction = attention === 'now' ? engine.currentTime / duration : attention;
    const whole = layer.getBoundingClientRect();
    const { left, width } = bar.getBoundingClientRect();
    const middle = left - whole.left + fraction * width;
    preview.show(fraction * duration, duration, { middle, width: whole.width });
  };
  const redraw = (): void => {
    drawAgain();
    say();
    look();
  };

  followAttention({ control: control.el(), bar, signal }, (now) => {
    if (now !== undefined) guide.reach();
    attention = now;
    look();
  });
  jumpByKey(slider, engine, guide);
  player.on(WORDS_CHANGED, say);
  const follow = (): void => {
    drawAgain();
    // video.js leaves out what comes within 30 ms of the last: paused, nothing would come after.
    say();
    if (attention === 'now') look();
  };
  // What is in the segments becomes known as they are loaded; a timeline may come late, too.
  for (const type of ['timeupdate', 'progress', 'durationchange', 'seeking', 'seeked'] as const) {
    engine.addEventListener(type, follow, { signal });
  }
}
