/** The times of one stream in a media file, in ticks. */
export class TrackTimes {
  count = 0;
  firstPts = Infinity;
  firstDts = Infinity;
  #lowest = Infinity;
  highest = -Infinity;

  add(pts: number, dts: number): void {
    if (this.count === 0) {
      this.firstPts = pts;
      this.firstDts = dts;
    }
    this.count += 1;
    this.#lowest = Math.min(this.#lowest, pts);
    this.highest = Math.max(this.highest, pts);
  }

  /**
   * Where the last one ends.
   * @param last - how long that one lasts, where it is known; otherwise as long as they do on the mean
   */
  end(last?: number): number {
    if (this.count === 0) return -Infinity;
    const mean = this.count > 1 ? Math.round((this.highest - this.#lowest) / (this.count - 1)) : 0;
    return this.highest + (last ?? mean);
  }
}
