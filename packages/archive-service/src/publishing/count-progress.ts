import type { PublicationPorts, PublicationStep } from './publication.ts';

/** Counts the parts of a step and tells of them at most a hundred times: whoever listens may write each to a database. */
export class ProgressCount {
  readonly #step: PublicationStep;
  readonly #progress: PublicationPorts['progress'];
  #total = 0;
  #done = 0;
  #bytes = 0;
  #told = 0;

  constructor(step: PublicationStep, progress: PublicationPorts['progress']) {
    this.#step = step;
    this.#progress = progress;
  }

  /** To be called with the number of parts, and again where more turn out to be needed. */
  expect(parts: number): void {
    this.#total += parts;
  }

  /** To be called when a part is done, with the bytes that it moved. */
  done(bytes: number): void {
    this.#done += 1;
    this.#bytes += bytes;
    const percent = Math.floor((this.#done * 100) / this.#total);
    if (percent <= this.#told) return;
    this.#told = percent;
    this.#progress({ step: this.#step, done: this.#done, total: this.#total, bytes: this.#bytes });
  }
}

/** Counts the parts of a step of which the number is known. @returns to be called when a part is done, with the bytes that it moved */
export function countProgress(
  step: PublicationStep,
  total: number,
  progress: PublicationPorts['progress'],
): (bytes: number) => void {
  const count = new ProgressCount(step, progress);
  count.expect(total);
  return (bytes) => {
    count.done(bytes);
  };
}
