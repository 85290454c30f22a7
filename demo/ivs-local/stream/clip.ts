import { readFile } from 'node:fs/promises';
import { adtsFrames } from './adts-frames.ts';
import { avcCodec, isKeyframe } from './h264-units.ts';
import { readTransportStream, type AccessUnit } from './read-transport-stream.ts';

/** A prepared rendition: H.264 without B-frames and AAC in MPEG-TS. */
export interface RenditionSource {
  /** As the playlist and the journal name it, for example `720p30`. */
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** Bits a second, for the multivariant playlist. */
  readonly bandwidth: number;
}

export interface ClipSource {
  readonly renditions: readonly RenditionSource[];
  readonly fps: number;
  /** Prepared thumbnails (JPEG), spread evenly over the clip; none: recordings have no thumbnails. */
  readonly thumbnails?: {
    readonly paths: readonly string[];
    readonly width: number;
    readonly height: number;
  };
}

/** Pictures from one keyframe up to the next, and the sound that belongs to them. */
export interface Gop {
  readonly pictures: readonly AccessUnit[];
  readonly audio: readonly AccessUnit[];
}

export interface ClipRendition extends RenditionSource {
  /** RFC 6381, for the CODECS attribute. */
  readonly codecs: string;
  readonly gops: readonly Gop[];
}

export interface Clip {
  readonly fps: number;
  /** 90 kHz ticks from one picture to the next. */
  readonly ticksPerFrame: number;
  readonly frameCount: number;
  /** PTS of the clip's first picture. */
  readonly firstPts: number;
  /** Picture number of each keyframe, the same in every rendition. */
  readonly keyframes: readonly number[];
  readonly renditions: readonly ClipRendition[];
  readonly thumbnails?: ClipSource['thumbnails'];
}

/** Reads a clip whole. Throws where the renditions do not fit each other picture for picture. */
export async function loadClip(source: ClipSource): Promise<Clip> {
  const ticksPerFrame = 90000 / source.fps;
  const read = await Promise.all(source.renditions.map(readRendition));
  const [first] = read;
  if (first === undefined) throw new Error('clip.renditions is empty: name at least one rendition');
  for (const other of read) {
    if (other.times.join() !== first.times.join() || other.keyframes.join() !== first.keyframes.join()) {
      throw new Error(
        `clip.renditions: the pictures of ${other.path} are not at the times of those of ${first.path}; encode both with the same fps and GOP`,
      );
    }
  }
  const firstPts = first.times[0] ?? 0;
  if (first.times.some((pts, frame) => Math.abs(pts - firstPts - frame * ticksPerFrame) > 1)) {
    throw new Error(`clip.fps is ${source.fps}, but the pictures of ${first.path} are not that far apart`);
  }
  return {
    fps: source.fps,
    ticksPerFrame,
    frameCount: first.times.length,
    firstPts,
    keyframes: first.keyframes,
    renditions: read,
    ...(source.thumbnails && { thumbnails: source.thumbnails }),
  };
}

async function readRendition(source: RenditionSource) {
  const { video, audio } = readTransportStream(await readFile(source.path));
  const keyframes = video.flatMap(({ data }, frame) => (isKeyframe(data) ? [frame] : []));
  const keyframe = video[0];
  const codec = keyframe && avcCodec(keyframe.data);
  if (keyframes[0] !== 0 || codec === undefined || audio.length === 0) {
    throw new Error(
      `${source.path} must be MPEG-TS with AAC sound and H.264 video that begins with a keyframe`,
    );
  }
  return {
    ...source,
    codecs: `${codec},mp4a.40.2`,
    times: video.map(({ pts }) => pts),
    keyframes,
    gops: cutAtKeyframes(video, keyframes, adtsFrames(audio)),
  };
}

/** Sound goes with the pictures that it is heard with; what lies before the first or after the last stays with those. */
function cutAtKeyframes(
  video: readonly AccessUnit[],
  keyframes: readonly number[],
  audio: readonly AccessUnit[],
): Gop[] {
  return keyframes.map((frame, index) => {
    const pictures = video.slice(frame, keyframes[index + 1]);
    const from = index === 0 ? -Infinity : (pictures[0]?.pts ?? 0);
    const next = keyframes[index + 1];
    const to = next === undefined ? Infinity : (video[next]?.pts ?? Infinity);
    return { pictures, audio: audio.filter(({ pts }) => pts >= from && pts < to) };
  });
}
