import { nextEvent } from '../internal/next-event.ts';

/** Gives a `<video>` an open MediaSource, and leaves it the rate at which it is to play: a new source puts that back. */
export async function openSource(
  video: HTMLVideoElement,
  mediaSource: MediaSource,
  until: { signal: AbortSignal },
): Promise<void> {
  const { playbackRate } = video;
  const url = URL.createObjectURL(mediaSource);
  const opened = nextEvent(mediaSource, 'sourceopen', until);
  video.src = url;
  video.playbackRate = playbackRate;
  await opened;
  // Attached, it needs no name any more.
  URL.revokeObjectURL(url);
}
