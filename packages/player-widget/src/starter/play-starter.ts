import type { Starter } from '@vitrine/product-cues';
import { emptyVideo } from '../internal/empty-video.ts';
import { nextEvent } from '../internal/next-event.ts';
import { onAbort } from '../internal/on-abort.ts';
import { wait } from '../internal/wait.ts';
import type { HandOver, OpenTrack } from '../media/hand-over.ts';
import { appendStream } from './append-stream.ts';
import { filesOf } from './can-start.ts';
import { openSource } from './open-source.ts';
import { measureThroughput } from './throughput.ts';

/** Milliseconds after which the engine no longer leaves the network to a first picture that does not come. */
const FIRST_PICTURE = 1_000;
/** Milliseconds that an engine which is ready waits for the rest of what has given a picture. */
const REST = 1_500;

interface StarterOptions {
  /** Of the whole archive, in seconds. */
  readonly duration: number;
  readonly signal: AbortSignal;
}

/**
 * Puts the first seconds of an archive into a `<video>` while its engine is on its way, and offers the engine to go on
 * with them. What happens to a starter is told to nobody: without it the engine begins as usual.
 */
export function playStarter(
  video: HTMLVideoElement,
  starter: Starter,
  { duration, signal }: StarterOptions,
): HandOver {
  const ended = new AbortController();
  const until = { signal: AbortSignal.any([signal, ended.signal]) };
  const files = filesOf(starter).map(({ url, mime }) => ({
    mime,
    // Asked for now: a MediaSource opens a task later.
    answer: fetch(url, { credentials: 'omit', priority: 'high', ...until }),
  }));
  const mediaSource = new MediaSource();
  const throughput = measureThroughput();
  const tracks: OpenTrack[] = [];
  let isTaken = false;

  const fill = async (): Promise<void> => {
    await openSource(video, mediaSource, until);
    // The whole archive's, so that one may go anywhere at once.
    mediaSource.duration = duration;
    const parts = files.map((file) => ({ ...file, buffer: mediaSource.addSourceBuffer(file.mime) }));
    tracks.push(...parts);
    await Promise.all(parts.map(({ buffer, answer }) => appendStream(buffer, answer, throughput.count)));
  };
  const filling = Promise.all([fill(), ...files.map(({ answer }) => answer)]);
  const filled = filling.catch(() => undefined);
  onAbort(signal, () => {
    if (!isTaken) emptyVideo(video);
  });

  return {
    pictured: Promise.race([
      new Promise((resolve) => {
        filling.catch(resolve);
        // The callback comes just before its picture is painted.
        video.requestVideoFrameCallback(() => setTimeout(resolve));
      }),
      nextEvent(video, 'seeking', until),
      wait(FIRST_PICTURE, until),
    ]),
    async take() {
      // Where there is no picture yet, nothing is waited for.
      await Promise.race([filled, video.readyState > 1 && wait(REST, until)]);
      signal.throwIfAborted();
      isTaken = true;
      ended.abort();
      const [picture, sound] = tracks;
      // Bytes that cannot be read end a MediaSource; without a header there is nothing to go on with.
      if (!picture || mediaSource.readyState !== 'open' || !video.readyState) return undefined;
      // Half a file must not be taken for the beginning of what is appended next.
      for (const { buffer } of tracks) buffer.abort();
      return { mediaSource, video: picture, audio: sound, bandwidth: throughput.bandwidth() };
    },
  };
}
