import type { SeekBar } from 'video.js/core.es.js';
import { intoPicture } from '../../internal/into-picture.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import type { ReplayGuide } from './replay-guide.ts';

/** Seconds into a chapter up to which one goes back to the one before, rather than to its beginning. */
const JUST_BEGUN = 3;

/** Where PageUp or PageDown goes from a time; `undefined` where nothing more comes. */
export function nextMark(marks: readonly number[], key: string, now: number): number | undefined {
  if (key === 'PageUp') return marks.find((time) => time > now);
  return marks.findLast((time) => time < now - JUST_BEGUN) ?? 0;
}

/** On the slider, PageUp and PageDown go from chapter to chapter; where there are none, video.js's way: by a minute. */
export function jumpByKey(slider: SeekBar, engine: MediaEngine, guide: ReplayGuide): void {
  const handle = slider.handleKeyDown.bind(slider);
  slider.handleKeyDown = (event) => {
    const { key } = event;
    const { marks } = guide;
    if ((key !== 'PageUp' && key !== 'PageDown') || marks.length === 0) return handle(event);
    event.preventDefault();
    event.stopPropagation();
    const time = nextMark(marks, key, engine.currentTime);
    if (time !== undefined) engine.currentTime = intoPicture(time);
  };
}
