import type { Segment } from '../stream/segment.ts';

/** A byte range that begins with the tables and a keyframe. */
export interface KeyframeRange {
  readonly offset: number;
  readonly length: number;
  /** Seconds. */
  readonly duration: number;
  /** Epoch milliseconds. */
  readonly programTime: number;
}

/** One media file of a rendition, of about ten seconds. */
export interface RecordedFile {
  readonly name: string;
  readonly discontinuity: boolean;
  readonly ranges: readonly KeyframeRange[];
}

export function fileDuration({ ranges }: RecordedFile): number {
  return ranges.reduce((sum, { duration }) => sum + duration, 0);
}

/** Joins whole segments of one rendition into a file. */
export function joinSegments(number: number, rendition: string, segments: readonly Segment[]) {
  const parts = segments.map((segment) => segment.media.get(rendition) ?? Buffer.alloc(0));
  let offset = 0;
  const ranges = segments.map(({ duration, programTime }, index) => {
    const length = parts[index]?.length ?? 0;
    const range: KeyframeRange = { offset, length, duration, programTime };
    offset += length;
    return range;
  });
  const file: RecordedFile = {
    name: `${number}.ts`,
    discontinuity: segments[0]?.discontinuity ?? false,
    ranges,
  };
  return { file, bytes: Buffer.concat(parts) };
}
