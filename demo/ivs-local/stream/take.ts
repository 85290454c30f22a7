import { wrapTicks } from '../timed-metadata/pes-packets.ts';
import type { Clip } from './clip.ts';

/**
 * A stretch that the encoder sends without a break. The clip starts over at its end; timestamps then jump back to
 * the clip's own, which makes a discontinuity, while program time runs on.
 */
export interface Take {
  /** Epoch milliseconds of its first picture. */
  readonly startedAt: number;
  /** Number of the keyframe in the clip (0 for the first) with which it begins. */
  readonly firstGop: number;
  /** How often the clip had started over before. */
  readonly loop: number;
  /** Added to the clip's times until it starts over, in 90 kHz ticks. */
  readonly timestampOffset: number;
}

/** Where a picture lies: in the clip, in the stream and in time. */
export interface PicturePosition {
  /** Picture number in the clip, from 0. */
  readonly frame: number;
  /** How often the clip has started over. */
  readonly loop: number;
  /** 90 kHz ticks in the stream, 33 bits. */
  readonly pts: number;
  /** Epoch milliseconds. */
  readonly programTime: number;
}

/** The position of a take's picture, counted from 0 in the take. */
export function positionInTake(clip: Clip, take: Take, picture: number): PicturePosition {
  const absolute = (clip.keyframes[take.firstGop] ?? 0) + picture;
  const passes = Math.floor(absolute / clip.frameCount);
  const frame = absolute % clip.frameCount;
  const offset = passes === 0 ? take.timestampOffset : 0;
  return {
    frame,
    loop: take.loop + passes,
    pts: wrapTicks(clip.firstPts + frame * clip.ticksPerFrame + offset),
    programTime: take.startedAt + (picture * 1000) / clip.fps,
  };
}

/** Which picture of the take comes next at a time: the first one that has not begun before it. */
export function pictureAt(clip: Clip, take: Take, time: number): number {
  // A picture's own time means that picture, although epoch ms with a fraction are exact to a few tenths of a µs only.
  return Math.max(0, Math.ceil(((time - take.startedAt) * clip.fps) / 1000 - 1e-3));
}

export interface SegmentSpan {
  /** Number of the keyframe in the clip. */
  readonly gop: number;
  /** First picture in the take. */
  readonly firstPicture: number;
  /** Pictures in it, if the take does not end before. */
  readonly pictures: number;
  /** Whether the clip starts over here. */
  readonly wraps: boolean;
}

/** The nth segment of a take, from one keyframe up to the next. */
export function segmentSpan(clip: Clip, take: Take, index: number): SegmentSpan {
  const start = clip.keyframes[take.firstGop] ?? 0;
  const gops = clip.keyframes.length;
  const absolute = take.firstGop + index;
  const gop = absolute % gops;
  const frame = clip.keyframes[gop] ?? 0;
  const next = clip.keyframes[gop + 1] ?? clip.frameCount;
  return {
    gop,
    firstPicture: Math.floor(absolute / gops) * clip.frameCount + frame - start,
    pictures: next - frame,
    wraps: gop === 0 && index > 0,
  };
}

/** The last keyframe at or before a picture of the clip. */
export function gopOfFrame(clip: Clip, frame: number): number {
  if (!Number.isInteger(frame) || frame < 0 || frame >= clip.frameCount) {
    throw new RangeError(
      `fromFrame is ${frame}; it must be a picture of the clip, 0 to ${clip.frameCount - 1}`,
    );
  }
  return clip.keyframes.findLastIndex((keyframe) => keyframe <= frame);
}
