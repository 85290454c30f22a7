/**
 * Runs in the page: plays a starter through bare MSE, as the widget's entry will, hands it over to hls.js while it plays, and keeps of every painted picture
 * the number burnt into it and the time that the player gives it.
 */
import Hls, { type SourceBufferTrackSet } from 'hls.js';
import { watchPictures, type SeenPicture } from './watch-pictures.ts';

export interface StarterUrls {
  readonly video: { readonly url: string; readonly mime: string };
  readonly audio?: { readonly url: string; readonly mime: string };
  readonly playlist: string;
  /** Play so far, in seconds. */
  readonly until: number;
}

export interface HandOver {
  /** What was buffered, by track, before hls.js came. */
  readonly starter: { readonly video: Ranges; readonly audio: Ranges | undefined };
  /** What is buffered at the end. */
  readonly buffered: Ranges;
  readonly pictures: readonly SeenPicture[];
  /** Events of the video after it began to play. */
  readonly events: readonly string[];
  /** Fatal or not. */
  readonly errors: readonly string[];
  readonly duration: number;
  /** The file that hls.js loaded first. */
  readonly firstLoaded: string | undefined;
}

type Ranges = readonly (readonly [number, number])[];

declare global {
  interface Window {
    handOver?: (urls: StarterUrls) => Promise<HandOver>;
  }
}

window.handOver = async (urls) => {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, playsInline: true, width: 640 });
  document.body.append(video);
  const source = new MediaSource();
  video.src = URL.createObjectURL(source);
  await once(source, 'sourceopen');
  const buffers = {
    video: source.addSourceBuffer(urls.video.mime),
    audio: undefined as SourceBuffer | undefined,
  };
  if (urls.audio) buffers.audio = source.addSourceBuffer(urls.audio.mime);
  await append(buffers.video, urls.video.url);
  if (buffers.audio && urls.audio) await append(buffers.audio, urls.audio.url);
  const starter = {
    video: rangesOf(buffers.video.buffered),
    audio: buffers.audio && rangesOf(buffers.audio.buffered),
  };

  const pictures = watchPictures(video);
  const events: string[] = [];
  const errors: string[] = [];
  await video.play();
  for (const type of ['waiting', 'stalled', 'pause', 'emptied', 'seeking', 'error', 'ratechange'])
    video.addEventListener(type, () => events.push(`${type} at ${video.currentTime.toFixed(3)}`));

  const hls = new Hls({ enableWorker: false });
  let firstLoaded: string | undefined;
  hls.on(Hls.Events.FRAG_LOADED, (_event, { frag }) => (firstLoaded ??= frag.url));
  hls.on(Hls.Events.ERROR, (_event, { details, fatal }) =>
    errors.push(`${details}${fatal ? ' (fatal)' : ''}`),
  );
  hls.attachMedia({ media: video, mediaSource: source, tracks: tracksOf(urls, buffers) });
  hls.loadSource(urls.playlist);
  await new Promise<void>((resolve) => {
    video.addEventListener('timeupdate', () => {
      if (video.currentTime >= urls.until) resolve();
    });
    setTimeout(resolve, (urls.until + 20) * 1000);
  });
  video.pause();
  const { duration } = video;
  const buffered = rangesOf(video.buffered);
  hls.destroy();
  return { starter, buffered, pictures, events: events.slice(0, -1), errors, duration, firstLoaded };
};

function tracksOf(
  urls: StarterUrls,
  buffers: { video: SourceBuffer; audio: SourceBuffer | undefined },
): SourceBufferTrackSet {
  const track = (buffer: SourceBuffer, mime: string) => ({
    id: 'main' as const,
    listeners: [],
    buffer,
    container: mime.split(';')[0] ?? '',
    codec: /codecs="(.*)"/.exec(mime)?.[1] ?? '',
  });
  const video = track(buffers.video, urls.video.mime);
  if (!buffers.audio || !urls.audio) return { video };
  return { video, audio: track(buffers.audio, urls.audio.mime) };
}

async function append(buffer: SourceBuffer, url: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  buffer.appendBuffer(await response.arrayBuffer());
  await once(buffer, 'updateend');
}

function once(target: EventTarget, type: string): Promise<void> {
  return new Promise((resolve, reject) => {
    target.addEventListener(type, () => resolve(), { once: true });
    target.addEventListener('error', () => reject(new Error(`${type} failed`)), { once: true });
  });
}

function rangesOf(ranges: TimeRanges): Ranges {
  return Array.from(
    { length: ranges.length },
    (_, index) => [ranges.start(index), ranges.end(index)] as const,
  );
}
