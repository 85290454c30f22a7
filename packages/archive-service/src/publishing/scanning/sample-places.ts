/** A range of a file to be looked at, or the whole file. */
export interface SamplePlace {
  readonly segment: number;
  readonly range: number | 'all';
}

/** One file of so many is looked into, besides those at both ends of each run. */
const FILES_A_SAMPLE = 32;
const FEWEST_SAMPLES = 3;

/**
 * Where a rendition is sampled: at the beginning of each run (all of its times are counted from there), in the whole last file of each run (where the next
 * run begins follows from its end), and evenly between, at the first, second, third … range in turn.
 *
 * @param runs - for each file the number of its run
 */
export function samplePlaces(
  runs: Uint32Array,
  rangesOf: (segment: number) => number,
): readonly SamplePlace[] {
  const places: SamplePlace[] = [];
  const step = Math.max(Math.min(FILES_A_SAMPLE, Math.floor(runs.length / FEWEST_SAMPLES)), 1);
  for (let segment = 0; segment < runs.length; segment += 1) {
    const turn = Math.floor(segment / step);
    if (runs[segment] !== runs[segment + 1]) places.push({ segment, range: 'all' });
    else if (runs[segment] !== runs[segment - 1]) places.push({ segment, range: 0 });
    else if (segment % step === Math.floor(step / 2))
      places.push({ segment, range: turn % Math.max(rangesOf(segment), 1) });
  }
  return places;
}
