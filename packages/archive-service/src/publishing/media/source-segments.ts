import type { Sequence } from '../sequence.ts';
import { FileNames } from './file-names.ts';
import type { ByteSpan } from './keyframe-ranges.ts';
import { NumberColumn } from './number-column.ts';

/** A part by which the recording's own byte-range playlist addresses a file. */
export interface OwnRange extends ByteSpan {
  /** In seconds, as that playlist has it; NaN where it is longer than a minute. */
  readonly duration: number;
}

/** One media file of a recording, as its playlists tell of it. */
export interface SourceSegment {
  readonly key: string;
  readonly discontinuity: boolean;
  /** Epoch ms. */
  readonly programTime: number | undefined;
  /** From the file's first byte on, one after the other; may be empty. */
  readonly ownRanges: readonly OwnRange[];
}

const MAX_LENGTH = 2 ** 32 - 1;
/** No encoder goes without a keyframe for a minute: how long such a range is, is not known, which is like no other. */
const TOO_LONG_MS = 2 ** 16 - 1;

/** The files of one rendition, in less than a hundred bytes each: a long recording has ten thousand of them. */
export class SourceSegments implements Sequence<SourceSegment> {
  readonly #keys = new FileNames();
  readonly #programTimes = new NumberColumn();
  readonly #discontinuities = new Set<number>();
  /** Of all ranges of all files: the lengths tell the offsets, too. */
  readonly #lengths = new NumberColumn(Uint32Array);
  /** Of each of them, in ms, as playlists have them. */
  readonly #durations = new NumberColumn(Uint16Array);
  /** Of each file up to the last one with ranges, the index of its first range. */
  readonly #firstRange = new NumberColumn(Uint32Array);
  /** Files whose ranges do not follow each other from the first byte on. */
  readonly #broken = new Set<number>();
  /** Whether a range was of none of the files that may follow. */
  #isLost = false;
  /** Where the last range ended in its file. */
  #end = 0;
  /** What was asked for last is mostly asked for again. */
  #last: { readonly index: number; readonly view: SegmentView } | undefined;

  get length(): number {
    return this.#keys.length;
  }

  push(key: string, discontinuity: boolean, programTime: number | undefined): void {
    if (discontinuity) this.#discontinuities.add(this.length);
    this.#keys.push(key);
    // Of most files none is told.
    if (programTime !== undefined) this.#programTimes.set(this.length - 1, programTime);
  }

  /**
   * To be told in the order of the files. What does not begin where the one before ended cannot be used, nor can what comes after a range of another
   * file or of none: each such range would be looked for among all files.
   */
  pushRange(key: string, { offset, length }: ByteSpan, duration: number): void {
    if (this.#isLost) return;
    let index = Math.max(this.#firstRange.length - 1, 0);
    while (index < this.length && this.keyAt(index) !== key) index += 1;
    this.#isLost = index === this.length;
    if (this.#isLost) return;
    while (this.#firstRange.length <= index) {
      this.#firstRange.push(this.#lengths.length);
      this.#end = 0;
    }
    if (offset !== this.#end || length > MAX_LENGTH) this.#broken.add(index);
    this.#end = offset + length;
    this.#lengths.push(length);
    this.#durations.push(Math.min(Math.round(duration * 1000), TOO_LONG_MS));
  }

  dropRanges(): void {
    for (let index = 0; index < this.#firstRange.length; index += 1) this.#broken.add(index);
  }

  at(index: number): SourceSegment | undefined {
    if (index < 0 || index >= this.length) return undefined;
    if (this.#last?.index !== index) this.#last = { index, view: new SegmentView(this, index) };
    return this.#last.view;
  }

  *[Symbol.iterator](): Generator<SourceSegment> {
    for (let index = 0; index < this.length; index += 1) yield new SegmentView(this, index);
  }

  keyAt(index: number): string {
    return this.#keys.at(index);
  }

  isDiscontinuity(index: number): boolean {
    return this.#discontinuities.has(index);
  }

  programTimeAt(index: number): number | undefined {
    const programTime = this.#programTimes.at(index);
    return Number.isNaN(programTime) ? undefined : programTime;
  }

  rangesAt(index: number): readonly OwnRange[] {
    const ranges: OwnRange[] = [];
    if (index >= this.#firstRange.length || this.#broken.has(index)) return ranges;
    const next = index + 1 < this.#firstRange.length ? this.#firstRange.at(index + 1) : this.#lengths.length;
    let offset = 0;
    for (let at = this.#firstRange.at(index); at < next; at += 1) {
      const length = this.#lengths.at(at);
      const ms = this.#durations.at(at);
      ranges.push({ offset, length, duration: ms < TOO_LONG_MS ? ms / 1000 : NaN });
      offset += length;
    }
    return ranges;
  }
}

/** Of one file what is asked for, made when it is asked for: mostly its key alone. */
class SegmentView implements SourceSegment {
  readonly #segments: SourceSegments;
  readonly #index: number;
  #key: string | undefined;
  #ownRanges: readonly OwnRange[] | undefined;

  constructor(segments: SourceSegments, index: number) {
    this.#segments = segments;
    this.#index = index;
  }

  get key(): string {
    return (this.#key ??= this.#segments.keyAt(this.#index));
  }

  get discontinuity(): boolean {
    return this.#segments.isDiscontinuity(this.#index);
  }

  get programTime(): number | undefined {
    return this.#segments.programTimeAt(this.#index);
  }

  get ownRanges(): readonly OwnRange[] {
    return (this.#ownRanges ??= this.#segments.rangesAt(this.#index));
  }
}
