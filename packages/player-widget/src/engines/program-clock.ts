import { mediaTimeAt, programTimeAt, type ClockEntry } from '@vitrine/product-cues';

/** Two points belong to one line when they differ by less than this many milliseconds: rounding, not a discontinuity. */
const SAME_LINE = 1;
/** Seconds; two entries this close are one, learnt twice. */
const SAME_TIME = 0.001;

/** Media time and program time of the source being played, as its engine learns them piece by piece. */
export class ProgramClock {
  #entries: readonly ClockEntry[] = [];

  /** Takes the entries (in order) for the stretch between the first and the last; answers whether they were news. */
  learn(entries: readonly ClockEntry[]): boolean {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last || entries.every((entry) => this.#knows(entry))) return false;
    this.#entries = [
      ...this.#entries.filter(({ time }) => time < first.time - SAME_TIME),
      ...corners(entries),
      ...this.#entries.filter(({ time }) => time > last.time + SAME_TIME),
    ];
    return true;
  }

  forget(): void {
    this.#entries = [];
  }

  /** Nobody goes back beyond this media time any more. */
  forgetBefore(mediaTime: number): void {
    const keep = this.#entries.findLastIndex(({ time }) => time <= mediaTime);
    if (keep > 0) this.#entries = this.#entries.slice(keep);
  }

  programTime(mediaTime: number): number | undefined {
    return programTimeAt(this.#entries, mediaTime);
  }

  /** What lies before all that is known keeps its distance: cues that were sent before one joined keep their order. */
  mediaTimeAt(programTime: number): number | undefined {
    const [first] = this.#entries;
    const before = first && first.time - (first.programTime - programTime) / 1000;
    return mediaTimeAt(this.#entries, programTime) ?? before;
  }

  #knows({ time, programTime }: ClockEntry): boolean {
    const known = programTimeAt(this.#entries, time + SAME_TIME);
    return known !== undefined && Math.abs(known - SAME_TIME * 1000 - programTime) < SAME_LINE;
  }
}

/** Without those in between that say what follows from the one before: an archive has thousands, which each new one would be held against. */
function corners(entries: readonly ClockEntry[]): readonly ClockEntry[] {
  const kept: ClockEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    const last = kept.at(-1);
    const follows = last && last.programTime + (entry.time - last.time) * 1000;
    const isNews = follows === undefined || Math.abs(follows - entry.programTime) >= SAME_LINE;
    if (isNews || index === entries.length - 1) kept.push(entry);
  }
  return kept;
}
