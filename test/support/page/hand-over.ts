/**
 * Runs in the page: plays a starter through bare MSE, as the widget's entry will, hands it over to hls.js while it plays, and keeps of every painted picture
 * the number burnt into it and the time that the player gives it.
 */
import Hls, { type SourceBufferTrackSet } from 'hls.js';
import { readFrameNumber } from '../../../demo/media/frame-strip.ts';

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
  readonly pictures: readonly { readonly time: number; readonly number: number | undefined }[];
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

  const pictures: { time: number; number: number | undefined }[] = [];
  watch(video, pictures);
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

function watch(video: HTMLVideoElement, pictures: { time: number; number: number | undefined }[]): void {
  const canvas = document.createElement('canvas');
  canvas.width = 512;
  canvas.height = 45;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const take = (_now: number, { mediaTime }: VideoFrameCallbackMetadata): void => {
    video.requestVideoFrameCallback(take);
    const [width, height] = [video.videoWidth * 0.4, video.videoHeight * 0.0625];
    context?.drawImage(video, 0, 0, width, height, 0, 0, canvas.width, canvas.height);
    const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const number = readFrameNumber((x, y) => {
      const column = Math.min(canvas.width - 1, Math.round((x / 0.4) * canvas.width));
      const row = Math.min(canvas.height - 1, Math.round((y / 0.0625) * canvas.height));
      return data[(row * canvas.width + column) * 4 + 1] ?? 0;
    });
    pictures.push({ time: mediaTime, number });
  };
  video.requestVideoFrameCallback(take);
}
