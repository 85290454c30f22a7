import { nextEvent } from '../internal/next-event.ts';
import { onAbort } from '../internal/on-abort.ts';

/** Gives a `<video>` an open MediaSource, and leaves it the rate at which it is to play: a new source puts that back. */
export async function openSource(
  video: HTMLVideoElement,
  mediaSource: MediaSource,
  until: { signal: AbortSignal },
): Promise<void> {
  const { playbackRate } = video;
  const url = URL.createObjectURL(mediaSource);
  // Also where it never opens.
  onAbort(until.signal, () => URL.revokeObjectURL(url));
  const opened = nextEvent(mediaSource, 'sourceopen', until);
  video.src = url;
  video.playbackRate = playbackRate;
  await opened;
}
