/** Values in one block: what a column takes more than it needs is less than this, and nothing is copied when it grows. */
const BLOCK = 512;
/** A column that stays shorter has no more than this. */
const SHORT = 64;

type Kind = typeof Float64Array | typeof Uint32Array | typeof Int32Array | typeof Uint16Array;

/** Numbers in blocks of memory: eight bytes each, or four or two, where an array of objects takes ten times that. Blocks of which nothing was set take none. */
export class NumberColumn {
  readonly #kind: Kind;
  readonly #blocks: (InstanceType<Kind> | undefined)[] = [];
  /** What is there where nothing was set. */
  readonly #none: number;
  #length = 0;

  constructor(kind: Kind = Float64Array) {
    this.#kind = kind;
    this.#none = kind.of(NaN)[0] ?? NaN;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    this.set(this.#length, value);
  }

  /** At any place: what was skipped before it is NaN, or 0 where the kind has no NaN. */
  set(index: number, value: number): void {
    this.#put(index, value);
    this.#length = Math.max(this.#length, index + 1);
  }

  /** NaN where there is none. */
  at(index: number): number {
    if (index < 0 || index >= this.#length) return NaN;
    return this.#blocks[Math.floor(index / BLOCK)]?.[index % BLOCK] ?? this.#none;
  }

  #put(index: number, value: number): void {
    const [block, place] = [Math.floor(index / BLOCK), index % BLOCK];
    let values = this.#blocks[block];
    if (!values || place >= values.length) {
      const larger = new this.#kind(block === 0 && place < SHORT ? SHORT : BLOCK).fill(NaN);
      if (values) larger.set(values);
      this.#blocks[block] = values = larger;
    }
    values[place] = value;
  }
}
