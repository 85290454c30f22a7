/** `TimeRanges` of one stretch, for engines whose `<video>` does not tell the truth about itself. */
export function timeRange(start: number, end: number): TimeRanges {
  const check = (index: number): void => {
    if (index !== 0 || !(end > start))
      throw new DOMException(`There is no range ${index}.`, 'IndexSizeError');
  };
  return {
    length: end > start ? 1 : 0,
    start: (index) => (check(index), start),
    end: (index) => (check(index), end),
  };
}

/** The same ranges on a timeline on which everything is so many seconds later. */
export function laterRanges(ranges: TimeRanges, by: number): TimeRanges {
  return {
    length: ranges.length,
    start: (index) => ranges.start(index) + by,
    end: (index) => ranges.end(index) + by,
  };
}

/** End of the last range; `NaN` when there is none. */
export function endOf(ranges: TimeRanges): number {
  return ranges.length > 0 ? ranges.end(ranges.length - 1) : Number.NaN;
}
