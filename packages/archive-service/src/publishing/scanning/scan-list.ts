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

  constructor(length: number) {
    this.length = length;
    this.#scans = new Float64Array(length * SCAN_FIELDS);
  }

  set(index: number, { bytes, start, firstPicture, end, cuts, captions }: FoundScan): void {
    const known = captions === undefined ? UNKNOWN : Number(captions);
    const row = [bytes, start, firstPicture, end, this.#cuts.length, cuts.length, known];
    this.#scans.set(row, index * SCAN_FIELDS);
    for (const { offset, picture, decode, sound } of cuts) this.#cuts.push(offset, picture, decode, sound);
  }

  at(index: number): FoundScan | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const row = this.#scans.subarray(index * SCAN_FIELDS, (index + 1) * SCAN_FIELDS);
    const [bytes = 0, start = 0, firstPicture = 0, end = 0, firstCut = 0, cuts = 0, captions = UNKNOWN] = row;
    return {
      bytes,
      start,
      firstPicture,
      end,
      cuts: Array.from({ length: cuts }, (_, count) => this.#cutAt(firstCut + count * CUT_FIELDS)),
      ...(captions !== UNKNOWN && { captions: captions === 1 }),
    };
  }

  *[Symbol.iterator](): Generator<FoundScan> {
    for (let index = 0; index < this.length; index += 1) {
      const scan = this.at(index);
      if (scan) yield scan;
    }
  }

  #cutAt(at: number): FoundCut {
    const [offset, picture, decode, sound] = [0, 1, 2, 3].map((field) => this.#cuts.at(at + field));
    return foundCut(offset ?? NaN, picture ?? NaN, decode ?? NaN, sound ?? NaN);
  }
}
