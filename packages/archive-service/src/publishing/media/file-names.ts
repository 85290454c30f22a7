import { NumberColumn } from './number-column.ts';

const NUMBERED = /^(0|[1-9]\d{0,8})(\.[a-z0-9]{1,8})$/;

/** Keys of files of one folder, most of which are called `0.ts`, `1.ts`, …: four bytes each then. */
export class FileNames {
  #folder = '';
  #extension = '';
  /** 0, too, where the name is among the odd ones. */
  readonly #numbers = new NumberColumn(Uint32Array);
  readonly #odd = new Map<number, string>();

  get length(): number {
    return this.#numbers.length;
  }

  push(key: string): void {
    const slash = key.lastIndexOf('/') + 1;
    const [, number = '', extension = ''] = NUMBERED.exec(key.slice(slash)) ?? [];
    if (this.length === 0) {
      this.#folder = key.slice(0, slash);
      this.#extension = extension;
    }
    const isPlain = number !== '' && extension === this.#extension && key.slice(0, slash) === this.#folder;
    if (!isPlain) this.#odd.set(this.length, key);
    this.#numbers.push(isPlain ? Number(number) : 0);
  }

  at(index: number): string {
    return this.#odd.get(index) ?? `${this.#folder}${String(this.#numbers.at(index))}${this.#extension}`;
  }
}
