import { foundCut } from '../media/cut-finder.ts';
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
    const { segments, sizes, runs, delays, read } = this.#course;
    const known = read.get(index);
    if (known) return known;
    const [scan, twin] = [this.#reference.scans.at(index), this.#reference.segments.at(index)];
    const own = segments.at(index)?.ownRanges;
    const twins = scan && twin && cutsOfRanges(scan, twin.ownRanges);
    if (!twins || !own) return undefined;
    const delay = delays[runs[index] ?? 0] ?? 0;
    const cuts = twins.map(({ picture, sound }, place) =>
      foundCut(own[place]?.offset ?? 0, picture, picture - delay, sound),
    );
    const { firstPicture, end } = scan;
    return { bytes: sizes[index] ?? 0, start: cuts[0]?.start ?? scan.start, firstPicture, end, cuts };
  }

  *[Symbol.iterator](): Generator<FoundScan> {
    for (let index = 0; index < this.length; index += 1) {
      const scan = this.at(index);
      if (scan) yield scan;
    }
  }
}
