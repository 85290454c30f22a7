import type { Sample } from './page/sampler.ts';
import { expectedAt, type Highlight } from './script.ts';

/** A hotspot may be this far off, as a fraction of the picture: whole pixels and a rounded centre. */
const HOTSPOT_TOLERANCE = 0.01;

/** Pictures, at thirty a second. */
const LEFT_OUT = 30;

type Shown = Pick<Sample, 'shown' | 'hotspots'>;
type State = Pick<Highlight, 'show' | 'at'>;

/** Whether the overlay shows this state: the same products in the same order, hotspots where they belong. */
export function agrees({ shown, hotspots }: Shown, { show, at }: State): boolean {
  if (shown.length !== show.length || shown.some((id, index) => id !== show[index])) return false;
  const ids = Object.keys(at).filter((id) => show.includes(id));
  if (Object.keys(hotspots).length !== ids.length) return false;
  return ids.every((id) => {
    const wanted = at[id];
    const seen = hotspots[id];
    return (
      wanted !== undefined &&
      seen !== undefined &&
      Math.abs(wanted[0] - seen[0]) <= HOTSPOT_TOLERANCE &&
      Math.abs(wanted[1] - seen[1]) <= HOTSPOT_TOLERANCE
    );
  });
}

/**
 * How many pictures the overlay is behind (positive) or ahead (negative) at a sample; 0: right; `undefined`: it shows
 * what belongs to no picture within `reach`.
 */
export function offBy(sample: Sample, script: readonly Highlight[], reach: number): number | undefined {
  for (let pictures = 0; pictures <= reach; pictures += 1) {
    if (agrees(sample, expectedAt(script, sample.frame - pictures))) return pictures;
    if (agrees(sample, expectedAt(script, sample.frame + pictures))) return -pictures;
  }
  return undefined;
}

/** The first picture with which a highlight was on screen; it may be some pictures before its own. */
export function firstShown(samples: readonly Sample[], highlight: Highlight): number {
  const near = samples.filter(({ frame }) => frame >= highlight.picture - 20);
  return near.find((sample) => agrees(sample, highlight))?.frame ?? Number.POSITIVE_INFINITY;
}

/**
 * How many pictures of media time the overlay was behind a highlight, up to the last picture that was read without it; negative
 * where it came early. Pictures that a busy machine left out have shown nothing wrong; but where more than a second of them is
 * missing, nobody can say so.
 */
export function lateBy(samples: readonly Sample[], highlight: Highlight): number {
  const shown = firstShown(samples, highlight);
  if (shown <= highlight.picture || shown === Number.POSITIVE_INFINITY) return shown - highlight.picture;
  const before = samples.findLast(({ frame }) => frame < shown)?.frame ?? Number.NEGATIVE_INFINITY;
  if (shown - before > LEFT_OUT) return shown - highlight.picture;
  return Math.max(0, before + 1 - highlight.picture);
}

/** The value below which a share of the sorted values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
