import type { Sequence } from '../sequence.ts';
import type { ByteSpan } from './keyframe-ranges.ts';
import { NumberColumn } from './number-column.ts';

/** A part by which the recording's own byte-range playlist addresses a file. */
export interface OwnRange extends ByteSpan {
  /** In seconds, as that playlist has it. */
  readonly duration: number;
}

/** One media file of a recording, as its playlists tell of it. */
export interface SourceSegment {
  readonly key: string;
  readonly discontinuity: boolean;
  /** Epoch ms. */
  readonly programTime: number | undefined;
  /** May be empty. */
  readonly ownRanges: readonly OwnRange[];
}

/** Offset, length, duration. */
const RANGE_FIELDS = 3;

/** The files of one rendition, in some hundred bytes each: a long recording has ten thousand of them. */
export class SourceSegments implements Sequence<SourceSegment> {
  /** What most keys begin with. */
  #folder = '';
  readonly #names: string[] = [];
  readonly #programTimes = new NumberColumn();
  readonly #discontinuities = new Set<number>();
  readonly #ranges = new NumberColumn();
  /** Of each file, where its ranges begin, and where they end. */
  readonly #rangesFrom = new Map<number, number>();
  readonly #rangesTo = new Map<number, number>();
  /** The file whose ranges are being told. */
  #current = 0;

  get length(): number {
    return this.#names.length;
  }

  push(key: string, discontinuity: boolean, programTime: number | undefined): void {
    if (this.#names.length === 0) this.#folder = key.slice(0, key.lastIndexOf('/') + 1);
    if (discontinuity) this.#discontinuities.add(this.#names.length);
    // No key begins with a slash.
    this.#names.push(key.startsWith(this.#folder) ? key.slice(this.#folder.length) : `/${key}`);
    this.#programTimes.push(programTime ?? NaN);
  }

  /** Ranges are told in the order of the files; one of another file is let go. */
  pushRange(key: string, { offset, length }: ByteSpan, duration: number): void {
    let index = this.#current;
    while (index < this.length && this.keyAt(index) !== key) index += 1;
    if (index === this.length) return;
    this.#current = index;
    if (!this.#rangesFrom.has(index)) this.#rangesFrom.set(index, this.#ranges.length);
    this.#ranges.push(offset, length, duration);
    this.#rangesTo.set(index, this.#ranges.length);
  }

  dropRanges(): void {
    this.#rangesFrom.clear();
    this.#rangesTo.clear();
  }

  at(index: number): SourceSegment | undefined {
    return index >= 0 && index < this.length ? new SegmentView(this, index) : undefined;
  }

  *[Symbol.iterator](): Generator<SourceSegment> {
    for (let index = 0; index < this.length; index += 1) yield new SegmentView(this, index);
  }

  keyAt(index: number): string {
    const name = this.#names[index] ?? '';
    return name.startsWith('/') ? name.slice(1) : this.#folder + name;
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
    const end = this.#rangesTo.get(index) ?? 0;
    for (let at = this.#rangesFrom.get(index) ?? 0; at < end; at += RANGE_FIELDS) {
      ranges.push({
        offset: this.#ranges.at(at),
        length: this.#ranges.at(at + 1),
        duration: this.#ranges.at(at + 2),
      });
    }
    return ranges;
  }
}

/** Of one file what is asked for, made when it is asked for: mostly its key alone. */
class SegmentView implements SourceSegment {
  readonly #segments: SourceSegments;
  readonly #index: number;

  constructor(segments: SourceSegments, index: number) {
    this.#segments = segments;
    this.#index = index;
  }

  get key(): string {
    return this.#segments.keyAt(this.#index);
  }

  get discontinuity(): boolean {
    return this.#segments.isDiscontinuity(this.#index);
  }

  get programTime(): number | undefined {
    return this.#segments.programTimeAt(this.#index);
  }

  get ownRanges(): readonly OwnRange[] {
    return this.#segments.rangesAt(this.#index);
  }
}
