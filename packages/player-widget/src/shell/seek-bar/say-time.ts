import type { Component } from 'video.js/core.es.js';
import { localeOf } from '../../internal/format.ts';
import type { MediaEngine } from '../../media/media-engine.ts';
import type { ReplayGuide } from './replay-guide.ts';
import { joined, spokenTime } from './spoken-time.ts';

/** By this video.js asks for the words of the slider's value. */
const TIMING = 'progress bar timing: currentTime={1} duration={2}';

/**
 * Lets the slider say where one is as a person would: `2 minutes, 5 seconds of 22 minutes, Stoneware mug`. Returns what
 * says it again where something other than the time has changed.
 */
export function sayTime(slider: Component, engine: MediaEngine, guide: ReplayGuide): () => void {
  const localize = slider.localize.bind(slider);
  let said = '';
  let of = '';
  const words = (fallback?: string): string => {
    const { currentTime, duration } = engine;
    const language = slider.player().language();
    const title = guide.titleAt(currentTime);
    // video.js asks for each picture; what one says changes once a second.
    const key = [Math.floor(currentTime), duration, title, language].join();
    if (key === of) return said;
    of = key;
    const locale = localeOf(language) ?? 'en';
    const time = localize(TIMING, [spokenTime(currentTime, locale), spokenTime(duration, locale)], fallback);
    said = joined([time, title].filter(Boolean), locale);
    return said;
  };
  slider.localize = (text, values, fallback) =>
    text === TIMING ? words(fallback) : localize(text, values, fallback);
  return () => slider.el().setAttribute('aria-valuetext', words('{1} of {2}'));
}
