import { foundCut } from '../media/cut-finder.ts';
import type { FoundCut } from '../media/cut-finder.ts';
import { NumberColumn } from '../media/number-column.ts';
import type { SegmentScan } from '../media/scan-segment.ts';
import type { Sequence } from '../sequence.ts';

export interface FoundScan extends SegmentScan {
  readonly cuts: readonly FoundCut[];
}

/** Bytes, start, first picture, end, place of the first cut, number of cuts, captions. */
const SCAN_FIELDS = 7;
/** Offset, picture, decode, sound. */
const CUT_FIELDS = 4;
const UNKNOWN = -1;

/** The scans of one rendition's files, in about two hundred bytes each. They may be set in any order, each once. */
export class ScanList implements Sequence<FoundScan> {
  readonly length: number;
  readonly #scans: Float64Array;
  readonly #cuts = new NumberColumn();
  /** What was asked for last is mostly asked for again. */
  #last: { readonly index: number; readonly scan: FoundScan } | undefined;

  constructor(length: number) {
    this.length = length;
    this.#scans = new Float64Array(length * SCAN_FIELDS);
  }

  set(index: number, { bytes, start, firstPicture, end, cuts, captions }: FoundScan): void {
    const known = captions === undefined ? UNKNOWN : Number(captions);
    const row = [bytes, start, firstPicture, end, this.#cuts.length, cuts.length, known];
    this.#scans.set(row, index * SCAN_FIELDS);
    for (const { offset, picture, decode, sound } of cuts)
      for (const value of [offset, picture, decode, sound]) this.#cuts.push(value);
  }

  at(index: number): FoundScan | undefined {
    if (index < 0 || index >= this.length) return undefined;
    if (this.#last?.index !== index) this.#last = { index, scan: this.#read(index) };
    return this.#last.scan;
  }

  #read(index: number): FoundScan {
    const row = index * SCAN_FIELDS;
    const field = (at: number): number => this.#scans[row + at] ?? NaN;
    const captions = field(6);
    return {
      bytes: field(0),
      start: field(1),
      firstPicture: field(2),
      end: field(3),
      cuts: this.#cutsAt(field(4), field(5)),
      ...(captions !== UNKNOWN && { captions: captions === 1 }),
    };
  }

  *[Symbol.iterator](): Generator<FoundScan> {
    for (let index = 0; index < this.length; index += 1) {
      const scan = this.at(index);
      if (scan) yield scan;
    }
  }

  #cutsAt(first: number, count: number): readonly FoundCut[] {
    const column = this.#cuts;
    const cuts: FoundCut[] = [];
    for (let at = first; cuts.length < count; at += CUT_FIELDS) {
      cuts.push(foundCut(column.at(at), column.at(at + 1), column.at(at + 2), column.at(at + 3)));
    }
    return cuts;
  }
}
