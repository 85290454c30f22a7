import type { SourceRendition } from '../steps/read-playlists.ts';

/** The renditions that have a picture, the best one first whatever the order in the recording. */
export function withPicture(renditions: readonly SourceRendition[]): readonly SourceRendition[] {
  return renditions.filter(({ height }) => height !== undefined).sort(byPicture);
}

function byPicture(a: SourceRendition, b: SourceRendition): number {
  const byHeight = (b.height ?? 0) - (a.height ?? 0);
  const byBandwidth = (b.variant?.bandwidth ?? 0) - (a.variant?.bandwidth ?? 0);
  return byHeight || byBandwidth || (a.path < b.path ? -1 : 1);
}
