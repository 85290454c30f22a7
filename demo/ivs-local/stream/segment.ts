/** One segment of the stream, in every rendition. */
export interface Segment {
  /** Its number in the stream, from 0. */
  readonly sequence: number;
  /** Timestamps jump between the segment before and this one. */
  readonly discontinuity: boolean;
  /** The encoder had stopped and begun again before it (always a discontinuity too). */
  readonly restarted: boolean;
  /** Epoch milliseconds of its first picture, whole. */
  readonly programTime: number;
  /** Seconds. */
  readonly duration: number;
  /** Picture number in the clip of its first picture. */
  readonly firstFrame: number;
  /** MPEG-TS by rendition name. */
  readonly media: ReadonlyMap<string, Buffer>;
}
