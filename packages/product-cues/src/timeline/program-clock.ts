/** One stretch without a discontinuity: from here on, media time and program time run alike until the next entry. */
export interface ClockEntry {
  /** Media time, in seconds. */
  readonly time: number;
  /** Epoch milliseconds of the picture at `time`: the same for all viewers. */
  readonly programTime: number;
}

/** Epoch milliseconds of the picture at this media time; `undefined` before the first entry. */
export function programTimeAt(clock: readonly ClockEntry[], mediaTime: number): number | undefined {
  const entry = clock.findLast(({ time }) => time <= mediaTime);
  return entry && entry.programTime + (mediaTime - entry.time) * 1000;
}

/**
 * The media time of the picture of this program time. Where two stretches hold it (the encoder's clock was set back) the
 * first one counts; where none does (the stream was interrupted) the next picture; `undefined` before the first.
 */
export function mediaTimeAt(clock: readonly ClockEntry[], programTime: number): number | undefined {
  let next: ClockEntry | undefined;
  let begun = false;
  for (const [place, entry] of clock.entries()) {
    const since = (programTime - entry.programTime) / 1000;
    if (since >= 0) {
      const time = entry.time + since;
      if (time < (clock[place + 1]?.time ?? Infinity)) return time;
      begun = true;
    } else if (!next || entry.programTime < next.programTime) next = entry;
  }
  return begun ? next?.time : undefined;
}
