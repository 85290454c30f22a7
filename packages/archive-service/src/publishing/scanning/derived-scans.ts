import { foundCut } from '../media/cut-finder.ts';
import type { FoundCut } from '../media/cut-finder.ts';
import type { SourceSegment } from '../media/source-segments.ts';
import type { Sequence } from '../sequence.ts';
import { cutsOfRanges } from './same-course.ts';
import type { KnownRendition } from './same-course.ts';
import type { FoundScan } from './scan-list.ts';

/** What has been proved of a rendition that was not read. */
export interface Course {
  readonly segments: Sequence<SourceSegment>;
  /** Bytes of each file. */
  readonly sizes: Float64Array;
  /** For each file the number of its run. */
  readonly runs: Uint32Array;
  /** For each run the ticks from a keyframe's decoding to its showing. */
  readonly delays: readonly number[];
  /** Files that were read after all. */
  readonly read: ReadonlyMap<number, FoundScan>;
}

/**
 * The scans of a rendition that was not read: the same pictures and the same sound as one that was, at the offsets that its own playlist names.
 * Worked out when asked for.
 */
export class DerivedScans implements Sequence<FoundScan> {
  readonly length: number;
  readonly #reference: KnownRendition;
  readonly #course: Course;
  /** What was asked for last is mostly asked for again. */
  #last: { readonly index: number; readonly scan: FoundScan | undefined } | undefined;

  constructor(reference: KnownRendition, course: Course) {
    this.length = course.segments.length;
    this.#reference = reference;
    this.#course = course;
  }

  at(index: number): FoundScan | undefined {
    if (this.#last?.index !== index) this.#last = { index, scan: this.#derive(index) };
    return this.#last.scan;
  }

  #derive(index: number): FoundScan | undefined {
    const known = this.#course.read.get(index);
    if (known) return known;
    const [scan, twin] = [this.#reference.scans.at(index), this.#reference.segments.at(index)];
    const own = this.#course.segments.at(index);
    return scan && twin && own && new DerivedScan(this.#course, index, own, scan, twin);
  }

  *[Symbol.iterator](): Generator<FoundScan> {
    for (let index = 0; index < this.length; index += 1) {
      const scan = this.at(index);
      if (scan) yield scan;
    }
  }
}

/** Of one file what is asked for, worked out when it is asked for. */
class DerivedScan implements FoundScan {
  readonly #course: Course;
  readonly #index: number;
  readonly #own: SourceSegment;
  readonly #scan: FoundScan;
  readonly #twin: SourceSegment;
  #cuts: readonly FoundCut[] | undefined;

  constructor(course: Course, index: number, own: SourceSegment, scan: FoundScan, twin: SourceSegment) {
    this.#course = course;
    this.#index = index;
    this.#own = own;
    this.#scan = scan;
    this.#twin = twin;
  }

  get bytes(): number {
    return this.#course.sizes[this.#index] ?? 0;
  }

  get start(): number {
    const [first] = this.#scan.cuts;
    return first ? this.#derived(first, 0).start : this.#scan.start;
  }

  get firstPicture(): number {
    return this.#scan.firstPicture;
  }

  get end(): number {
    return this.#scan.end;
  }

  get cuts(): readonly FoundCut[] {
    return (this.#cuts ??= this.#derive());
  }

  #derive(): readonly FoundCut[] {
    const ranges = this.#own.ownRanges;
    const twins = cutsOfRanges(this.#scan, this.#twin.ownRanges) ?? [];
    return twins.map((cut, place) => this.#derived(cut, ranges[place]?.offset ?? 0));
  }

  #derived({ picture, sound }: FoundCut, offset: number): FoundCut {
    const { runs, delays } = this.#course;
    return foundCut(offset, picture, picture - (delays[runs[this.#index] ?? 0] ?? 0), sound);
  }
}
