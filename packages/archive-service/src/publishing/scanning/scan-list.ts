import { foundCut } from '../media/cut-finder.ts';
import type { FoundCut } from '../media/cut-finder.ts';
import { NumberColumn } from '../media/number-column.ts';
import type { SegmentScan } from '../media/scan-segment.ts';
import type { Sequence } from '../sequence.ts';

export interface FoundScan extends SegmentScan {
  readonly cuts: readonly FoundCut[];
}

/** The places of what is kept of each file. */
const Field = { bytes: 0, start: 1, firstPicture: 2, end: 3, firstCut: 4, cuts: 5, captions: 6 } as const;
type Field = (typeof Field)[keyof typeof Field];
const SCAN_FIELDS = 7;
/** Picture, decode, sound: each as so many ticks after the file's start. */
const CUT_TIMES = 3;
const UNKNOWN = -1;
const MAX_OFFSET = 2 ** 32 - 1;
const MAX_TICKS = 2 ** 31 - 1;
const NO_SOUND = -(2 ** 31);

/** The scans of one rendition's files, in about 140 bytes each. They may be set in any order, each once. */
export class ScanList implements Sequence<FoundScan> {
  readonly length: number;
  readonly #scans = new NumberColumn();
  readonly #offsets = new NumberColumn(Uint32Array);
  readonly #times = new NumberColumn(Int32Array);
  /** Files with cuts that do not fit into 32 bits: time stamps of damaged ones may lie hours from each other. */
  readonly #odd = new Map<number, readonly FoundCut[]>();
  /** What was asked for last is mostly asked for again. */
  #last: ScanView | undefined;

  constructor(length: number) {
    this.length = length;
  }

  set(index: number, { bytes, start, firstPicture, end, cuts, captions }: FoundScan): void {
    const known = captions === undefined ? UNKNOWN : Number(captions);
    const row = [bytes, start, firstPicture, end, this.#offsets.length, cuts.length, known];
    for (const [field, value] of row.entries()) this.#scans.set(index * SCAN_FIELDS + field, value);
    if (!cuts.every((cut) => isSmall(cut, start))) {
      this.#odd.set(index, cuts);
      return;
    }
    for (const { offset, picture, decode, sound } of cuts) {
      this.#offsets.push(offset);
      this.#times.push(picture - start);
      this.#times.push(decode - start);
      this.#times.push(sound === Infinity ? NO_SOUND : sound - start);
    }
  }

  at(index: number): FoundScan | undefined {
    if (index < 0 || index >= this.length) return undefined;
    if (this.#last?.index !== index) this.#last = new ScanView(this, index);
    return this.#last;
  }

  *[Symbol.iterator](): Generator<FoundScan> {
    for (let index = 0; index < this.length; index += 1) yield new ScanView(this, index);
  }

  /** One of the numbers that are kept of each file. */
  field(index: number, field: Field): number {
    return this.#scans.at(index * SCAN_FIELDS + field);
  }

  cutsAt(index: number): readonly FoundCut[] {
    const odd = this.#odd.get(index);
    if (odd) return odd;
    const [first, start] = [this.field(index, Field.firstCut), this.field(index, Field.start)];
    const times = this.#times;
    const cuts: FoundCut[] = [];
    for (let cut = first; cut < first + this.field(index, Field.cuts); cut += 1) {
      const at = cut * CUT_TIMES;
      const sound = times.at(at + 2);
      cuts.push(
        foundCut(
          this.#offsets.at(cut),
          times.at(at) + start,
          times.at(at + 1) + start,
          sound === NO_SOUND ? Infinity : sound + start,
        ),
      );
    }
    return cuts;
  }
}

/** Of one file what is asked for, made when it is asked for: mostly where it begins and ends. */
class ScanView implements FoundScan {
  readonly #list: ScanList;
  readonly index: number;
  #cuts: readonly FoundCut[] | undefined;

  constructor(list: ScanList, index: number) {
    this.#list = list;
    this.index = index;
  }

  get bytes(): number {
    return this.#list.field(this.index, Field.bytes);
  }

  get start(): number {
    return this.#list.field(this.index, Field.start);
  }

  get firstPicture(): number {
    return this.#list.field(this.index, Field.firstPicture);
  }

  get end(): number {
    return this.#list.field(this.index, Field.end);
  }

  get captions(): boolean | undefined {
    const known = this.#list.field(this.index, Field.captions);
    return known === UNKNOWN ? undefined : known === 1;
  }

  get cuts(): readonly FoundCut[] {
    return (this.#cuts ??= this.#list.cutsAt(this.index));
  }
}

function isSmall({ offset, picture, decode, sound }: FoundCut, start: number): boolean {
  const hasPlace = offset <= MAX_OFFSET && fits(picture - start) && fits(decode - start);
  return hasPlace && (sound === Infinity || fits(sound - start));
}

function fits(ticks: number): boolean {
  return Number.isInteger(ticks) && Math.abs(ticks) <= MAX_TICKS;
}
