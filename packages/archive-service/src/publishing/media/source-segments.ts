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
  /** Of each file with ranges, the index of its first one, and their number. */
  readonly #firstRange = new Map<number, number>();
  readonly #rangeCount = new Map<number, number>();
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
    while (index < this.length && this.#keyAt(index) !== key) index += 1;
    if (index === this.length) return;
    this.#current = index;
    if (!this.#firstRange.has(index)) this.#firstRange.set(index, this.#ranges.length / RANGE_FIELDS);
    this.#rangeCount.set(index, (this.#rangeCount.get(index) ?? 0) + 1);
    this.#ranges.push(offset, length, duration);
  }

  dropRanges(): void {
    this.#firstRange.clear();
    this.#rangeCount.clear();
  }

  at(index: number): SourceSegment | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const programTime = this.#programTimes.at(index);
    return {
      key: this.#keyAt(index),
      discontinuity: this.#discontinuities.has(index),
      programTime: Number.isNaN(programTime) ? undefined : programTime,
      ownRanges: this.#rangesAt(index),
    };
  }

  *[Symbol.iterator](): Generator<SourceSegment> {
    for (let index = 0; index < this.length; index += 1) {
      const segment = this.at(index);
      if (segment) yield segment;
    }
  }

  #keyAt(index: number): string {
    const name = this.#names[index] ?? '';
    return name.startsWith('/') ? name.slice(1) : this.#folder + name;
  }

  #rangesAt(index: number): readonly OwnRange[] {
    const first = this.#firstRange.get(index) ?? 0;
    return Array.from({ length: this.#rangeCount.get(index) ?? 0 }, (_, count) => {
      const at = (first + count) * RANGE_FIELDS;
      return {
        offset: this.#ranges.at(at),
        length: this.#ranges.at(at + 1),
        duration: this.#ranges.at(at + 2),
      };
    });
  }
}
