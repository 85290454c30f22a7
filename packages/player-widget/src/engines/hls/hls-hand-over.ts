import type Hls from 'hls.js';
import type { SourceBufferTrack } from 'hls.js';
import type { OpenMedia, OpenTrack } from '../../media/hand-over.ts';

/** Seconds by which the end of a buffer may be rounded to lie before the segment that begins there. */
const ROUNDING = 0.01;

/**
 * Gives hls.js a `<video>` whose MediaSource is open and in use, to go on where its buffer ends.
 *
 * Attached at once, it would load the first segment, which is there already, to learn the codecs; forget that it did; and
 * load it again. So it gets the codecs from here, and the `<video>` when it has begun to load what comes next.
 */
export function attachOpen(
  hls: Hls,
  media: HTMLVideoElement,
  { mediaSource, video, audio }: OpenMedia,
): void {
  const { Events } = hls.constructor as typeof Hls;
  const tracks = { video: toTrack(video), ...(audio && { audio: toTrack(audio) }) };
  // Lets it load without a <video>.
  hls.config.startFragPrefetch = true;
  hls.once(Events.MANIFEST_PARSED, (_, manifest) => {
    // A MediaSource takes no more tracks once it plays.
    if (manifest.audio !== !!audio) return attachAnew(hls, media);
    capLevel(hls, media);
    hls.once(Events.LEVEL_UPDATED, () => {
      hls.startLoad(goOnAt(media), true);
      // A copy: hls.js writes into it.
      hls.trigger(Events.BUFFER_CODECS, { ...tracks });
      hls.attachMedia({ media, mediaSource, tracks });
    });
  });
}

/** Gives hls.js a `<video>` to begin on anew, which goes on doing what it was asked to: another source would put that back. */
export function attachAnew(hls: Hls, media: HTMLVideoElement): void {
  const { currentTime, paused, playbackRate } = media;
  if (currentTime > 0) hls.config.startPosition = currentTime;
  hls.attachMedia(media);
  media.playbackRate = playbackRate;
  if (!paused) media.play().catch(() => undefined);
}

function toTrack({ buffer, mime }: OpenTrack): SourceBufferTrack {
  const [container = '', codecs = ''] = mime.split(/;\s*codecs=/);
  return { id: 'main', listeners: [], buffer, container, codec: codecs.replaceAll('"', '') };
}

/** As hls.js itself does as soon as it has the `<video>`: no more pixels than are painted. */
function capLevel(hls: Hls, { clientWidth, clientHeight }: HTMLVideoElement): void {
  const { levels, config } = hls;
  if (!clientWidth || !config.capLevelController) return;
  const [width, height] = [clientWidth * devicePixelRatio, clientHeight * devicePixelRatio];
  hls.autoLevelCapping = config.capLevelController.getMaxLevelByMediaSize(levels, width, height);
}

/** Behind what is buffered where it plays; after a seek, where it is to play. */
function goOnAt({ currentTime, buffered }: HTMLVideoElement): number {
  for (let range = 0; range < buffered.length; range += 1) {
    const end = buffered.end(range);
    if (buffered.start(range) <= currentTime && currentTime < end) return end + ROUNDING;
  }
  return currentTime;
}
