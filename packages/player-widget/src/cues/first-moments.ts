import type { Timeline } from '@vitrine/product-cues';

const known = new WeakMap<Timeline, ReadonlyMap<string, number>>();

/** When each product is shown for the first time, by its id: media time, in seconds. */
export function firstMoments(timeline: Timeline): ReadonlyMap<string, number> {
  const found = known.get(timeline);
  if (found) return found;
  const moments = new Map<string, number>();
  for (const { show, time } of timeline.cues)
    for (const id of show) if (!moments.has(id)) moments.set(id, time);
  known.set(timeline, moments);
  return moments;
}
