import { endOf } from '../../media/live-window.ts';

/** Seconds by which cues are told before their picture: several of the SDK's trips to its worker and back on a busy machine. */
const LEAD = 0.25;
/** Seconds before the end of the buffer at which the SDK might think that it runs dry. */
const RESERVE = 0.5;

/**
 * Makes the SDK look for cues now, a little ahead of the picture on screen.
 *
 * By itself it looks when the `<video>` says `timeupdate`, four times a second, asks its worker, and tells a cue up to
 * a quarter of a second after its picture. The time it looks at is the `<video>`'s, so for this one event, which is
 * dispatched and answered within this call, the `<video>` says a later one. Nobody else sees it.
 */
export function lookForCues(video: HTMLVideoElement): void {
  const now = video.currentTime;
  const ahead = Math.min(now + LEAD, endOf(video.buffered) - RESERVE);
  const event = new Event('timeupdate');
  if (!(ahead > now)) {
    video.dispatchEvent(event);
    return;
  }
  Object.defineProperty(video, 'currentTime', { configurable: true, get: () => ahead });
  try {
    video.dispatchEvent(event);
  } finally {
    // The prototype's own comes back.
    Reflect.deleteProperty(video, 'currentTime');
  }
}
